import { join } from 'node:path';
import type { Env } from '../../env.ts';
import type { FollowingTarget } from './following.ts';

/** The targets beside the folder, as the operator's settings name them. A publisher without a bucket does not load the S3 client. */
export async function followingTargets(env: Env): Promise<FollowingTarget[]> {
  const { S3_BUCKET: bucket, S3_REGION: region, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!bucket || !region || !accessKeyId || !secretAccessKey) return [];
  const { bucketTarget } = await import('./bucket/index.ts');
  return [
    bucketTarget({
      settings: { bucket, region, accessKeyId, secretAccessKey, endpoint: env.S3_ENDPOINT, prefix: env.S3_PREFIX },
      origin: env.SITE_URL,
      record: join(env.dataDir, 'pushed-bucket.db'),
    }),
  ];
}
