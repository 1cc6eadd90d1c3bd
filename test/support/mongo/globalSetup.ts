import { openMongo } from './openMongo.ts';

/** One MongoDB-protocol server for the whole run; tests find it in ALONGSIDE_MONGODB_URL and give each suite a database of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await openMongo();
  process.env.ALONGSIDE_MONGODB_URL = server.url;
  return server.close;
}
