import type { TextField } from 'payload';
import { checked, filled } from './checked.ts';
import { said } from './said.ts';

type Given = Partial<Omit<TextField, 'type' | 'hasMany' | 'validate' | 'minRows' | 'maxRows'>> & { name: string };

/** An address elsewhere. Only https: anything else could run code or expose the reader. */
export const outwardUrl = ({ name, ...rest }: Given): TextField =>
  ({
    name,
    type: 'text',
    maxLength: 500,
    ...rest,
    validate: checked(
      filled(said('Add the address of the page.', 'Agregue la dirección de la página.'), (value) =>
        isOutwardUrl(value)
          ? undefined
          : said(
              'Use a full address that starts with https://, for example https://www.samhsa.gov.',
              'Use una dirección completa que empiece con https://, por ejemplo https://www.samhsa.gov.',
            ),
      ),
    ),
  }) as TextField;

export function isOutwardUrl(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:';
}
