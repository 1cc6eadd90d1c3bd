import {
  DeleteObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { explained } from './explained.ts';
import type { Wanted } from './wanted.ts';

export interface BucketSettings {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Of a host other than AWS, such as `https://s3.example.net`. */
  endpoint?: string | undefined;
  /** A folder in the bucket, without slashes at its ends; the whole bucket where there is none. */
  prefix?: string | undefined;
}

/** How long a request may take, and how often it is tried before the target counts as unreachable. */
export interface Patience {
  connectMs: number;
  requestMs: number;
  attempts: number;
}

const patient: Patience = { connectMs: 5_000, requestMs: 60_000, attempts: 4 };

/** The objects of the site in a bucket, by key. Every failure is an error that says what to do. */
export interface Objects {
  /** Resolves, once the object stands, to the ETag that the bucket gave it. */
  put(key: string, body: Uint8Array, as: Wanted): Promise<string>;
  remove(key: string): Promise<void>;
  /** Every key under the prefix, with its ETag, ours or not. */
  list(): AsyncGenerator<{ key: string; etag: string }>;
  /** Whether this site wrote the object. */
  isOurs(key: string): Promise<boolean>;
  close(): void;
}

/** The official client retries what is worth it (no answer, 500, 503 SlowDown) with growing pauses. */
export function openObjects({ bucket, region, accessKeyId, secretAccessKey, endpoint, prefix }: BucketSettings, patience: Patience = patient): Objects {
  const config: S3ClientConfig = {
    region,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: patience.attempts,
    requestHandler: { connectionTimeout: patience.connectMs, requestTimeout: patience.requestMs, throwOnRequestTimeout: true },
    // Hosts other than AWS do not all know the newer checksums, nor a host name for each bucket.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint && { endpoint, forcePathStyle: true }),
  };
  const client = new S3Client(config);
  const mark = `alongside:${prefix ?? ''}`;
  const explain = (error: unknown): never => {
    throw explained(error, { bucket, endpoint });
  };
  return {
    async put(key, body, { contentType, cacheControl, redirect }) {
      const { ETag } = await client
        .send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: body,
            ContentLength: body.byteLength,
            ContentType: contentType,
            CacheControl: cacheControl,
            Metadata: { 'written-by': mark },
            ...(redirect && { WebsiteRedirectLocation: redirect }),
          }),
        )
        .catch(explain);
      return bare(ETag);
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })).catch(explain);
    },
    async *list() {
      for (let token: string | undefined, more = true; more; ) {
        const { Contents, NextContinuationToken } = await client
          .send(new ListObjectsV2Command({ Bucket: bucket, ...(prefix && { Prefix: `${prefix}/` }), ContinuationToken: token }))
          .catch(explain);
        for (const { Key, ETag } of Contents ?? []) if (Key) yield { key: Key, etag: bare(ETag) };
        token = NextContinuationToken;
        more = token !== undefined;
      }
    },
    async isOurs(key) {
      try {
        const { Metadata } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        return Metadata?.['written-by'] === mark;
      } catch (error) {
        if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return false;
        return explain(error);
      }
    },
    close: () => client.destroy(),
  };
}

function bare(etag: string | undefined): string {
  return (etag ?? '').replace(/^W\/|"/g, '');
}
