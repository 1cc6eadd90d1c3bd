import type { GlobalConfig } from 'payload';
import { editors } from '../access/editors.ts';
import { signedIn } from '../access/signedIn.ts';
import { crisisKindOptions } from '../fields/crisisKinds.ts';
import { day, lastDay } from '../fields/day.ts';
import { seedHash } from '../fields/housekeeping.ts';
import { outwardUrl } from '../fields/outwardUrl.ts';
import { said, sharedHelp } from '../fields/said.ts';
import { zones } from '../fields/schedule/zones.ts';
import { standing } from '../fields/standing.ts';
import { line, lines } from '../fields/text.ts';
import { checkGlobalShape } from '../hooks/checkShape.ts';
import { countClosures } from '../hooks/recordCalendar.ts';
import { recordSettings } from '../hooks/recordPublication.ts';
import { refuseMeetingRoomsOnEveryPage } from '../hooks/refuseMeetingRooms.ts';

export const Program: GlobalConfig = {
  slug: 'program',
  label: said('Program and help lines', 'Programa y líneas de ayuda'),
  access: { read: signedIn, update: editors },
  admin: {
    group: said('On every page', 'En todas las páginas'),
    description: said('A change here is live on every page as soon as you save.', 'Un cambio aquí se publica en todas las páginas al guardar.'),
  },
  hooks: { beforeOperation: [checkGlobalShape], beforeChange: [refuseMeetingRoomsOnEveryPage], afterChange: [recordSettings] },
  fields: [
    standing,
    {
      type: 'tabs',
      tabs: [
        {
          label: said('Program', 'Programa'),
          fields: [
            line('name', said('Name', 'Nombre'), sharedHelp('As families know the program.', 'Como conocen el programa las familias.'), {
              localized: false,
              required: true,
            }),
            line('phone', said('Phone', 'Teléfono'), sharedHelp('The number that families call.', 'El número al que llaman las familias.'), {
              localized: false,
              required: true,
              max: 40,
            }),
            {
              name: 'email',
              type: 'email',
              label: said('E-mail', 'Correo'),
              admin: {
                description: sharedHelp('Where families can write. Not for emergencies.', 'Adonde pueden escribir las familias. No es para emergencias.'),
              },
            },
            {
              name: 'zone',
              type: 'select',
              required: true,
              defaultValue: 'America/New_York',
              options: zones,
              label: said('Time zone', 'Zona horaria'),
              admin: { description: sharedHelp('The zone in which the program’s day begins.', 'La zona en la que empieza el día del programa.') },
            },
            line('tagline', said('Tagline', 'Lema'), said('One line below the name.', 'Una línea debajo del nombre.')),
            lines('hours', said('Hours', 'Horario'), said('When somebody answers the phone.', 'Cuándo contesta alguien el teléfono.'), { max: 300 }),
            lines('afterHours', said('After hours', 'Fuera de horario'), said('What to do when nobody answers.', 'Qué hacer cuando nadie contesta.'), {
              max: 300,
            }),
          ],
        },
        {
          label: said('Help lines', 'Líneas de ayuda'),
          fields: [
            {
              name: 'crisisLines',
              type: 'array',
              maxRows: 30,
              label: said('Help lines', 'Líneas de ayuda'),
              labels: { singular: said('Line', 'Línea'), plural: said('Lines', 'Líneas') },
              admin: { description: said('Each needs its words in both languages.', 'Cada una necesita sus palabras en los dos idiomas.') },
              fields: [
                {
                  name: 'kind',
                  type: 'select',
                  required: true,
                  options: crisisKindOptions,
                  label: said('For', 'Para'),
                  admin: { description: said('What has happened or may happen.', 'Qué ha pasado o puede pasar.') },
                },
                line('label', said('Name', 'Nombre'), said('The name people know it by.', 'El nombre por el que se conoce.'), { required: true }),
                lines('when', said('When to call', 'Cuándo llamar'), said('In which situation to call.', 'En qué situación llamar.'), {
                  required: true,
                  max: 300,
                }),
                line('hours', said('Hours', 'Horario'), said('When somebody answers this line.', 'Cuándo contesta alguien esta línea.')),
                line('textHow', said('How to text', 'Cómo enviar un mensaje'), said('Only where the line takes texts.', 'Solo si la línea recibe mensajes.'), {
                  max: 200,
                }),
                {
                  type: 'row',
                  fields: [
                    line('call', said('Call', 'Llamar'), said('As it is dialled.', 'Tal como se marca.'), { localized: false, max: 40 }),
                    line('textTo', said('Text to', 'Mensaje a'), said('The number for texts, if there is one.', 'El número para mensajes, si lo hay.'), {
                      localized: false,
                      max: 40,
                    }),
                    line('tty', said('TTY', 'TTY'), said('For people who are deaf or hard of hearing.', 'Para personas sordas o con dificultad para oír.'), {
                      localized: false,
                      max: 40,
                    }),
                  ],
                },
                outwardUrl({
                  name: 'chatUrl',
                  label: said('Chat', 'Chat'),
                  admin: { description: said('The page where the chat opens.', 'La página donde se abre el chat.') },
                }),
                {
                  name: 'languages',
                  type: 'select',
                  hasMany: true,
                  options: ['en', 'es'],
                  label: said('Languages', 'Idiomas'),
                  admin: { description: said('The languages in which somebody answers.', 'Los idiomas en que contestan.') },
                },
                line('sourceTitle', said('Source', 'Fuente'), said('Who publishes this number.', 'Quién publica este número.'), {
                  localized: false,
                  required: true,
                  max: 200,
                }),
                outwardUrl({
                  name: 'sourceUrl',
                  required: true,
                  label: said('Source’s address', 'Dirección de la fuente'),
                  admin: { description: said('Where you checked it.', 'Dónde lo comprobó.') },
                }),
                day({
                  name: 'verifiedOn',
                  required: true,
                  label: said('Checked on', 'Comprobado el'),
                  admin: { description: said('The day you called or looked it up.', 'El día que llamó o lo buscó.') },
                }),
              ],
            },
          ],
        },
        {
          label: said('Notice and closures', 'Aviso y cierres'),
          fields: [
            {
              name: 'notice',
              type: 'group',
              label: said('Notice on every page', 'Aviso en todas las páginas'),
              fields: [
                line('text', said('Text', 'Texto'), said('Empty: no notice.', 'Vacío: sin aviso.'), { max: 240 }),
                {
                  name: 'until',
                  type: 'date',
                  admin: {
                    description: said('From this moment on it is not shown.', 'Desde este momento ya no se muestra.'),
                    date: { pickerAppearance: 'dayAndTime' },
                  },
                  label: said('Ends', 'Termina'),
                },
              ],
              admin: {
                description: said(
                  'For a storm, a move, a closed line. It disappears by itself at its end.',
                  'Para una tormenta, una mudanza, una línea cortada. Desaparece sola al terminar.',
                ),
              },
            },
            {
              name: 'closures',
              type: 'array',
              maxRows: 60,
              label: said('Closures', 'Cierres'),
              labels: { singular: said('Closure', 'Cierre'), plural: said('Closures', 'Cierres') },
              fields: [
                {
                  type: 'row',
                  fields: [
                    day({
                      name: 'from',
                      required: true,
                      label: said('From', 'Desde'),
                      admin: { description: said('The first closed day.', 'El primer día cerrado.') },
                    }),
                    lastDay('from', {
                      name: 'to',
                      required: true,
                      label: said('To', 'Hasta'),
                      admin: { description: said('The last closed day.', 'El último día cerrado.') },
                    }),
                  ],
                },
                line('reason', said('Reason', 'Motivo'), said('For example the name of the holiday.', 'Por ejemplo, el nombre del día festivo.')),
              ],
              admin: { description: said('Days on which nobody answers.', 'Días en que nadie contesta.') },
            },
          ],
        },
      ],
    },
    { name: 'closuresSequence', type: 'number', admin: { hidden: true }, hooks: { beforeChange: [countClosures] } },
    seedHash,
  ],
};
