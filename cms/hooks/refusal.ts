import { APIError } from 'payload';

/**
 * What the CMS will not do, and what to do instead, for whoever asked. Its name is written out: Payload drops the message of an error without one,
 * and the admin's build takes the names of classes away.
 */
export class Refusal extends APIError {
  override name = 'Refusal';

  constructor(message: string, status = 400) {
    super(message, status, undefined, true);
  }
}
