import { type AfterErrorHook, APIError } from 'payload';
import { languageOf, said } from '../fields/said.ts';
import { tooLarge } from './checkUpload.ts';

const unread = said(
  'The form could not be read. Load the page again and try once more.',
  'No se pudo leer el formulario. Cargue la página de nuevo e inténtelo otra vez.',
);

/** A form that cannot be read, or is too large, is the sender's mistake: Payload answers 500 for it and does not say why. */
export const blameUnreadForm: AfterErrorHook = ({ error, req }) => {
  const isForm = req.headers.get('content-type')?.startsWith('multipart/');
  const status = error instanceof APIError ? error.status : 500;
  const isTooLarge = status === 413 || /limit/i.test(error.message);
  if (!isForm || req.data || req.file || (status !== 500 && !isTooLarge)) return;
  const message = (isTooLarge ? tooLarge : unread)[languageOf(req)];
  return { status: isTooLarge ? 413 : 400, response: { errors: [{ message }] } };
};
