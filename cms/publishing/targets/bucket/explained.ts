import { S3ServiceException } from '@aws-sdk/client-s3';

/** The bucket could not be brought up to date: what happened and what to do, in one sentence each. */
export class BucketProblem extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'BucketProblem';
  }
}

/** What to do about the errors that an operator can mend; https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html has all of them. */
const advice: Record<string, (bucket: string) => string> = {
  InvalidAccessKeyId: () => 'It does not know the key: check S3_ACCESS_KEY_ID.',
  SignatureDoesNotMatch: () => 'The key and its secret do not fit: check S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.',
  AccessDenied: () => 'The key may not do this: let it list the bucket, and read, write and delete its objects.',
  NoSuchBucket: (bucket) => `There is no bucket ${bucket}: check S3_BUCKET, S3_REGION and S3_ENDPOINT.`,
  PermanentRedirect: () => 'The bucket is in another region: check S3_REGION.',
  AuthorizationHeaderMalformed: () => 'The bucket is in another region: check S3_REGION.',
  RequestTimeTooSkewed: () => 'The clock of this machine is wrong: set it.',
};

export function explained(error: unknown, { bucket, endpoint }: { bucket: string; endpoint?: string | undefined }): BucketProblem {
  const where = `The bucket ${bucket} at ${endpoint ?? 'AWS'}`;
  if (!(error instanceof S3ServiceException)) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    return new BucketProblem(`${where} does not answer (${reason}). Check S3_ENDPOINT and the network; the publisher goes on trying.`, error);
  }
  const status = error.$metadata.httpStatusCode ?? 0;
  // A HEAD request has no body, so that its error has a status and no name.
  const name = advice[error.name] ? error.name : status === 403 ? 'AccessDenied' : error.name;
  const what =
    advice[name]?.(bucket) ??
    (status >= 500
      ? 'It is overloaded or has a fault; the publisher goes on trying.'
      : `${error.message} Check S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and the other S3_ settings.`);
  return new BucketProblem(`${where} refused (${status} ${error.name}). ${what}`, error);
}
