import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { CollectionBeforeOperationHook } from 'payload';
import sharp from 'sharp';
import { Refusal } from './refusal.ts';

/** What families can open anywhere. Judged by content; the name only has to agree. */
export const acceptedTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/svg+xml', 'application/pdf', 'text/plain'] as const;

export const largestUpload = 20 * 1024 * 1024;

const extensions: Record<(typeof acceptedTypes)[number], string[]> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/avif': ['avif'],
  'image/svg+xml': ['svg'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt'],
};

const pictures: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif']);

const refuse = (message: string): never => {
  throw new Refusal(`File: ${message}`);
};

/** Refuses an upload whose content is not one of the accepted types, and gives an accepted one its type and hash. */
export const checkUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { file } = req;
  if (operation !== 'create') return args;
  // Without one, Payload fetches the address that a request names, from wherever this server can reach, and keeps what it gets unseen.
  if (!file) return refuse('choose a file to upload.');
  if (file.data.length === 0) refuse('this file is empty. Choose another one.');
  if (file.data.length > largestUpload) refuse('this file is larger than 20 MB. Make it smaller and try again.');
  const type = await typeOf(file.data);
  if (!type) return refuse('only pictures (JPEG, PNG, WebP, AVIF, SVG), PDF and plain text can be uploaded.');
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  if (!extensions[type].includes(extension))
    refuse(`the content is ${type}, but the name ends in .${extension}. Save it as .${extensions[type][0]} and try again.`);
  if (pictures.has(type)) await refuseBroken(file.data);
  if (type === 'image/svg+xml') refuseActiveSvg(file.data.toString('utf8'));
  file.mimetype = type;
  return { ...args, data: { ...args.data, sha256: createHash('sha256').update(file.data).digest('hex') } };
};

/** Decodes the whole picture: what cannot be read here could not be sized for the site either. */
async function refuseBroken(data: Buffer): Promise<void> {
  const readable = await sharp(data)
    .stats()
    .then(
      () => true,
      () => false,
    );
  if (!readable) refuse('this picture is broken or not complete. Save it again and try once more.');
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
function refuseActiveSvg(text: string): void {
  const active =
    /<\s*(script|foreignObject|iframe|object|embed|use|image|a|animate|set|handler)\b|\son\w+\s*=|javascript:|<!ENTITY|<!DOCTYPE|@import|(href|src)\s*=\s*["']?\s*(?!#)|url\(\s*["']?(?!#)/i;
  const found = active.exec(text);
  if (found) refuse(`this drawing holds something active (${found[0].trim().slice(0, 20)}). Save it as plain shapes and try again.`);
}
