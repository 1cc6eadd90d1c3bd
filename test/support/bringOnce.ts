import { bucketTarget } from '../../cms/publishing/targets/bucket/index.ts';
import { type MadeSite, standingSite } from './standingSite.ts';

/** Brings a made site to a bucket, for a test that kills this process meanwhile: `node bringOnce.ts <options as JSON> <folder> <site as JSON>`. */
const [, , options = '', outDir = '', site = ''] = process.argv;
const target = bucketTarget(JSON.parse(options) as Parameters<typeof bucketTarget>[0]);
await target.bring(standingSite(outDir, JSON.parse(site) as MadeSite), new AbortController().signal);
target.close();
