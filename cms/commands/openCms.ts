import { getPayload, type Payload } from 'payload';

/** The CMS without its web server, for a command; migrations that the database lacks are carried out. End it with `payload.destroy()`. */
export async function openCms(): Promise<Payload> {
  const { default: config } = await import('../payload.config.ts');
  return getPayload({ config });
}
