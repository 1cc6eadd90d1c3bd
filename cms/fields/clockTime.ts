import type { TextField } from 'payload';
import { checked, filled } from './checked.ts';
import { said } from './said.ts';

type Given = Partial<Omit<TextField, 'type' | 'hasMany' | 'validate' | 'minRows' | 'maxRows'>> & { name: string };

/** A time on the wall clock of the workshop's zone, kept as HH:MM. */
export const clockTime = ({ name, ...rest }: Given): TextField =>
  ({
    name,
    type: 'text',
    maxLength: 5,
    ...rest,
    admin: {
      placeholder: said('18:30', '18:30'),
      ...rest.admin,
      components: { Field: '/cms/admin/ClockTimeField.tsx#ClockTimeField', ...rest.admin?.components },
    },
    validate: checked(
      filled(said('Choose a time.', 'Elija una hora.'), (value) =>
        typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
          ? undefined
          : said('Write the time with 24 hours, for example 18:30.', 'Escriba la hora en formato de 24 horas, por ejemplo 18:30.'),
      ),
    ),
  }) as TextField;
