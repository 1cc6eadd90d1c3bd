import { type AfterErrorHook, APIError } from 'payload';

/** A form that cannot be read, or is too large, is the sender's mistake: Payload answers 500 for it and does not say why. */
export const blameUnreadForm: AfterErrorHook = ({ error, req }) => {
  const isForm = req.headers.get('content-type')?.startsWith('multipart/');
  const status = error instanceof APIError ? error.status : 500;
  const tooLarge = status === 413 || /limit/i.test(error.message);
  if (!isForm || req.data || req.file || (status !== 500 && !tooLarge)) return;
  const message = tooLarge
    ? 'File: this file is larger than 20 MB. Make it smaller and try again.'
    : 'The form could not be read. Load the page again and try once more.';
  return { status: tooLarge ? 413 : 400, response: { errors: [{ message }] } };
};
