import type { TextField } from 'payload';

type Given = Partial<Omit<TextField, 'type' | 'hasMany' | 'validate' | 'minRows' | 'maxRows'>> & { name: string };

/** An address elsewhere. Only https: anything else could run code or expose the reader. */
export const outwardUrl = ({ name, ...rest }: Given): TextField =>
  ({
    name,
    type: 'text',
    maxLength: 500,
    ...rest,
    validate: (value: unknown, { required }: { required?: boolean }) => {
      if (value === undefined || value === null || value === '') return required ? 'Add the address of the page.' : true;
      return isOutwardUrl(value) ? true : 'Use a full address that starts with https://, for example https://www.samhsa.gov.';
    },
  }) as TextField;

export function isOutwardUrl(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:';
}
