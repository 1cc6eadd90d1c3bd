import { randomInt } from 'node:crypto';
import type { FieldHook } from 'payload';

/** Letters that cannot be taken for one another, in print or aloud, and without vowels, so that no word appears. */
const letters = 'bcdfghjkmnpqrstvwxz';

function newCode(): string {
  return Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('');
}

/** A document keeps the code it got when it was made; what a request brings does not count. A code that any document ever had is never given again. */
export const keepCode: FieldHook = async ({ operation, originalDoc, req }) => {
  if (operation !== 'create' && typeof originalDoc?.code === 'string') return originalDoc.code;
  for (;;) {
    const code = newCode();
    const { totalDocs } = await req.payload.count({ collection: 'addresses', where: { code: { equals: code } }, req });
    if (totalDocs === 0) return code;
  }
};
