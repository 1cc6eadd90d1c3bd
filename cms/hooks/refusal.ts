import { APIError } from 'payload';
import { type Asker, languageOf, type Said } from '../fields/said.ts';

/**
 * What the CMS will not do, and what to do instead, in the language of whoever asked. Its name is written out: Payload drops the message of an error
 * without one, and the admin's build takes the names of classes away.
 */
export class Refusal extends APIError {
  override name = 'Refusal';

  constructor(req: Asker, message: Said, status = 400) {
    super(message[languageOf(req)], status, undefined, true);
  }
}
