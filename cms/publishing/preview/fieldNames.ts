import type { FlattenedField } from 'payload';
import type { Locale } from '../../library/locales.ts';

/**
 * A field as its form names it: 'segments, row 1, from' is 'Fechas, fila 1, Desde' to whoever reads Spanish. Without the language, which the editor sees;
 * a name that no field has stays as it is.
 */
export function fieldNamed(path: string, fields: readonly FlattenedField[], language: Locale): string {
  let within = fields;
  return path
    .replace(/ \((?:en|es)\)$/, '')
    .split(', ')
    .map((part) => {
      const [, row] = /^row (\d+)$/.exec(part) ?? [];
      if (row) return language === 'es' ? `fila ${row}` : part;
      const field = within.find(({ name }) => name === part);
      within = field && 'flattenedFields' in field ? field.flattenedFields : [];
      return (field && labelOf(field, language)) || part;
    })
    .join(', ');
}

function labelOf(field: FlattenedField, language: Locale): string | undefined {
  const label: unknown = 'label' in field ? field.label : undefined;
  if (typeof label === 'string') return label;
  return label && typeof label === 'object' ? (label as Partial<Record<Locale, string>>)[language] : undefined;
}
