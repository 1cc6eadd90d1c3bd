import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { CollectionBeforeOperationHook } from 'payload';
import sharp from 'sharp';
import { type Asker, said } from '../fields/said.ts';
import { Refusal } from './refusal.ts';

/** What families can open anywhere. Judged by content; the name only has to agree. */
export const acceptedTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/svg+xml', 'application/pdf', 'text/plain'] as const;

export const largestUpload = 20 * 1024 * 1024;

const extensions: Record<(typeof acceptedTypes)[number], [string, ...string[]]> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/avif': ['avif'],
  'image/svg+xml': ['svg'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt'],
};

const pictures: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif']);

const noFile = said('File: choose a file to upload.', 'Archivo: elija un archivo para subir.');
const empty = said('File: this file is empty. Choose another one.', 'Archivo: este archivo está vacío. Elija otro.');
export const tooLarge = said(
  'File: this file is larger than 20 MB. Make it smaller and try again.',
  'Archivo: este archivo pesa más de 20 MB. Redúzcalo e inténtelo de nuevo.',
);
const notAccepted = said(
  'File: only pictures (JPEG, PNG, WebP, AVIF, SVG), PDF and plain text can be uploaded.',
  'Archivo: solo se pueden subir imágenes (JPEG, PNG, WebP, AVIF, SVG), PDF y texto sin formato.',
);
const misnamed = (type: string, extension: string, better: string) =>
  said(
    `File: the content is ${type}, but the name ends in .${extension}. Save it as .${better} and try again.`,
    `Archivo: el contenido es ${type}, pero el nombre termina en .${extension}. Guárdelo como .${better} e inténtelo de nuevo.`,
  );
const broken = said(
  'File: this picture is broken or not complete. Save it again and try once more.',
  'Archivo: esta imagen está dañada o incompleta. Guárdela de nuevo e inténtelo otra vez.',
);
const active = (part: string) =>
  said(
    `File: this drawing holds something active (${part}). Save it as plain shapes and try again.`,
    `Archivo: este dibujo contiene algo activo (${part}). Guárdelo como formas simples e inténtelo de nuevo.`,
  );

/** Refuses an upload whose content is not one of the accepted types, and gives an accepted one its type and hash. */
export const checkUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { file } = req;
  if (operation !== 'create') return args;
  // Without one, Payload fetches the address that a request names, from wherever this server can reach, and keeps what it gets unseen.
  if (!file) throw new Refusal(req, noFile);
  if (file.data.length === 0) throw new Refusal(req, empty);
  if (file.data.length > largestUpload) throw new Refusal(req, tooLarge);
  const type = await typeOf(file.data);
  if (!type) throw new Refusal(req, notAccepted);
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  if (!extensions[type].includes(extension)) throw new Refusal(req, misnamed(type, extension, extensions[type][0]));
  if (pictures.has(type) && !(await isWhole(file.data))) throw new Refusal(req, broken);
  if (type === 'image/svg+xml') refuseActiveSvg(req, file.data.toString('utf8'));
  file.mimetype = type;
  return { ...args, data: { ...args.data, sha256: createHash('sha256').update(file.data).digest('hex') } };
};

/** Decodes the whole picture: what cannot be read here could not be sized for the site either. */
function isWhole(data: Buffer): Promise<boolean> {
  return sharp(data)
    .stats()
    .then(
      () => true,
      () => false,
    );
}

async function typeOf(data: Buffer): Promise<(typeof acceptedTypes)[number] | undefined> {
  const found = (await fileTypeFromBuffer(data))?.mime;
  const accepted = acceptedTypes.find((type) => type === found);
  if (accepted) return accepted;
  if (found && found !== 'application/xml') return undefined;
  const text = data.toString('utf8');
  if (text.includes('\u0000') || text.includes('\uFFFD')) return undefined;
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/i.test(text)) return 'image/svg+xml';
  return /^\s*<(!doctype|html|\?xml|script)/i.test(text) ? undefined : 'text/plain';
}

/** A drawing may draw and nothing else: no script, no handler, no foreign content, nothing loaded from elsewhere. */
function refuseActiveSvg(req: Asker, text: string): void {
  const acts =
    /<\s*(script|foreignObject|iframe|object|embed|use|image|a|animate|set|handler)\b|\son\w+\s*=|javascript:|<!ENTITY|<!DOCTYPE|@import|(href|src)\s*=\s*["']?\s*(?!#)|url\(\s*["']?(?!#)/i;
  const found = acts.exec(text);
  if (found) throw new Refusal(req, active(found[0].trim().slice(0, 20)));
}
