import type { EmailAdapter } from 'payload';

/**
 * The program sends no mail: an administrator gives a new password. Payload's own stand-in would print the link of a password reset, a key to the
 * account, into the log.
 */
export const noMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'nobody@localhost',
  defaultFromName: 'Alongside',
  sendEmail: async () => undefined,
});
