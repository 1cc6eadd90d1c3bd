import { S3ServiceException } from '@aws-sdk/client-s3';
import { type Said, said } from '../../../fields/said.ts';
import { TargetProblem } from '../following.ts';

/** What to do about the errors that an operator can mend; https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html has all of them. */
const advice: Record<string, (bucket: string) => Said> = {
  InvalidAccessKeyId: () => said('It does not know the key: check S3_ACCESS_KEY_ID.', 'No conoce la clave: revise S3_ACCESS_KEY_ID.'),
  SignatureDoesNotMatch: () =>
    said(
      'The key and its secret do not fit: check S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.',
      'La clave y su secreto no coinciden: revise S3_ACCESS_KEY_ID y S3_SECRET_ACCESS_KEY.',
    ),
  AccessDenied: () =>
    said(
      'The key may not do this: let it list the bucket, and read, write and delete its objects.',
      'La clave no tiene permiso: debe poder listar el bucket, y leer, escribir y borrar sus objetos.',
    ),
  NoSuchBucket: (bucket) =>
    said(
      `There is no bucket ${bucket}: check S3_BUCKET, S3_REGION and S3_ENDPOINT.`,
      `No existe el bucket ${bucket}: revise S3_BUCKET, S3_REGION y S3_ENDPOINT.`,
    ),
  PermanentRedirect: () => elsewhere,
  AuthorizationHeaderMalformed: () => elsewhere,
  RequestTimeTooSkewed: () => said('The clock of this machine is wrong: set it.', 'El reloj de esta máquina está mal: corríjalo.'),
};
const elsewhere = said('The bucket is in another region: check S3_REGION.', 'El bucket está en otra región: revise S3_REGION.');
const faulty = said('It is overloaded or has a fault; the publisher goes on trying.', 'Está saturado o tiene una falla; la publicación se sigue intentando.');

/** Why the bucket could not be brought up to date, and what to do. */
export function explained(error: unknown, { bucket, endpoint }: { bucket: string; endpoint?: string | undefined }): TargetProblem {
  const where = `${bucket} (${endpoint ?? 'AWS'})`;
  if (!(error instanceof S3ServiceException)) {
    const reason = (error instanceof Error ? error.message || error.name : String(error)).replace(/\.$/, '');
    return new TargetProblem(
      said(
        `The bucket ${where} does not answer: ${reason}. Check S3_ENDPOINT and the network; the publisher goes on trying.`,
        `El bucket ${where} no responde: ${reason}. Revise S3_ENDPOINT y la red; la publicación se sigue intentando.`,
      ),
      error,
    );
  }
  const status = error.$metadata.httpStatusCode ?? 0;
  // The answer to a HEAD request has no body, so that its error has a status and no name.
  const known = advice[error.name] ?? (status === 403 ? advice.AccessDenied : undefined);
  const settings = said(
    `${error.message} Check S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and the other S3_ settings.`,
    `${error.message} Revise S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY y los demás ajustes S3_.`,
  );
  const what = known?.(bucket) ?? (status >= 500 ? faulty : settings);
  return new TargetProblem(
    said(`The bucket ${where} refused (${status} ${error.name}). ${what.en}`, `El bucket ${where} se negó (${status} ${error.name}). ${what.es}`),
    error,
  );
}
