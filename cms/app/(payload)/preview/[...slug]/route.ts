import config from '@payload-config';
import { handleEndpoints } from 'payload';
import { behindDoors } from '../../../../access/doors.ts';

interface Context {
  params: Promise<{ slug: string[] }>;
}

/** Previews stand under an address of their own, since reviewers get it in a message; what answers them is the API, behind its doors. */
export const GET = behindDoors(async (request: Request, { params }: Context) => {
  const { slug } = await params;
  return handleEndpoints({ config, path: `/api/preview/${slug.map(encodeURIComponent).join('/')}`, request });
});
