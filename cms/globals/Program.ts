import type { GlobalConfig } from 'payload';
import { editors } from '../access/editors.ts';
import { signedIn } from '../access/signedIn.ts';
import { day, lastDay } from '../fields/day.ts';
import { outwardUrl } from '../fields/outwardUrl.ts';
import { seedHash } from '../fields/housekeeping.ts';
import { said } from '../fields/said.ts';
import { zones } from '../fields/schedule.ts';
import { line, lines } from '../fields/text.ts';
import { checkGlobalShape } from '../hooks/checkShape.ts';
import { recordSettings } from '../hooks/recordPublication.ts';
import { crisisKinds } from '../library/types.ts';

const none = said('', '');
const kindLabels = {
  overdose: said('Overdose', 'Sobredosis'), suicide: said('Suicide', 'Suicidio'), violence: said('Violence at home', 'Violencia en casa'),
  child: said('A child at risk', 'Un niño en peligro'), poison: said('Swallowed something', 'Tragó algo'), 'substance-help': said('Help with substances', 'Ayuda con sustancias'),
} as const;

export const Program: GlobalConfig = {
  slug: 'program',
  label: said('Program and help lines', 'Programa y líneas de ayuda'),
  access: { read: signedIn, update: editors },
  admin: { group: said('On every page', 'En todas las páginas'), description: said('A change here is live on every page as soon as you save.', 'Un cambio aquí se publica en todas las páginas al guardar.') },
  hooks: { beforeOperation: [checkGlobalShape], afterChange: [recordSettings] },
  fields: [
    { type: 'tabs', tabs: [
      { label: said('Program', 'Programa'), fields: [
        line('name', said('Name', 'Nombre'), none, { localized: false, required: true }),
        line('phone', said('Phone', 'Teléfono'), none, { localized: false, required: true, max: 40 }),
        { name: 'email', type: 'email', label: said('E-mail', 'Correo') },
        { name: 'zone', type: 'select', required: true, defaultValue: 'America/New_York', options: zones, label: said('Time zone', 'Zona horaria') },
        line('tagline', said('Tagline', 'Lema'), none),
        lines('hours', said('Hours', 'Horario'), said('When somebody answers the phone.', 'Cuándo contesta alguien el teléfono.'), { max: 300 }),
        lines('afterHours', said('After hours', 'Fuera de horario'), said('What to do when nobody answers.', 'Qué hacer cuando nadie contesta.'), { max: 300 }),
      ] },
      { label: said('Help lines', 'Líneas de ayuda'), fields: [{
        name: 'crisisLines', type: 'array', maxRows: 30, label: said('Help lines', 'Líneas de ayuda'), labels: { singular: said('Line', 'Línea'), plural: said('Lines', 'Líneas') },
        admin: { description: said('Each needs its words in both languages.', 'Cada una necesita sus palabras en los dos idiomas.') },
        fields: [
          { name: 'kind', type: 'select', required: true, options: crisisKinds.map((value) => ({ value, label: kindLabels[value] })), label: said('For', 'Para') },
          line('label', said('Name', 'Nombre'), none, { required: true }),
          lines('when', said('When to call', 'Cuándo llamar'), none, { required: true, max: 300 }),
          line('hours', said('Hours', 'Horario'), none),
          line('textHow', said('How to text', 'Cómo enviar un mensaje'), none, { max: 200 }),
          { type: 'row', fields: [
            line('call', said('Call', 'Llamar'), none, { localized: false, max: 40 }),
            line('textTo', said('Text to', 'Mensaje a'), none, { localized: false, max: 40 }),
            line('tty', said('TTY', 'TTY'), none, { localized: false, max: 40 }),
          ] },
          outwardUrl({ name: 'chatUrl', label: said('Chat', 'Chat') }),
          { name: 'languages', type: 'select', hasMany: true, options: ['en', 'es'], label: said('Languages', 'Idiomas') },
          line('sourceTitle', said('Source', 'Fuente'), none, { localized: false, required: true, max: 200 }),
          outwardUrl({ name: 'sourceUrl', required: true, label: said('Source’s address', 'Dirección de la fuente') }),
          day({ name: 'verifiedOn', required: true, label: said('Checked on', 'Comprobado el') }),
        ],
      }] },
      { label: said('Notice and closures', 'Aviso y cierres'), fields: [
        { name: 'notice', type: 'group', label: said('Notice on every page', 'Aviso en todas las páginas'), fields: [
          line('text', said('Text', 'Texto'), said('Empty: no notice.', 'Vacío: sin aviso.'), { max: 240 }),
          { name: 'until', type: 'date', admin: { date: { pickerAppearance: 'dayAndTime' } }, label: said('Ends', 'Termina') },
        ] },
        { name: 'closures', type: 'array', maxRows: 60, label: said('Closures', 'Cierres'), labels: { singular: said('Closure', 'Cierre'), plural: said('Closures', 'Cierres') }, fields: [
          { type: 'row', fields: [day({ name: 'from', required: true, label: said('From', 'Desde') }), lastDay('from', { name: 'to', required: true, label: said('To', 'Hasta') })] },
          line('reason', said('Reason', 'Motivo'), none),
        ] },
      ] },
    ] },
    seedHash,
  ],
};
