import type { Field } from 'payload';
import { outwardUrl } from '../outwardUrl.ts';
import { said, sharedHelp } from '../said.ts';
import { line, lines } from '../text.ts';

type Sibling = { format?: string; onlineAccess?: string };
const isOnline = (_: unknown, sibling: Sibling) => sibling?.format !== 'in-person';

/** Where it is held and how one gets in. The address of a meeting room is never among it: calendars and caches would keep it. */
export const joining: Field[] = [
  {
    name: 'format',
    type: 'select',
    required: true,
    defaultValue: 'in-person',
    label: said('Where', 'Dónde'),
    admin: { description: sharedHelp() },
    options: [
      { value: 'in-person', label: said('In person', 'En persona') },
      { value: 'online', label: said('Online', 'En línea') },
      { value: 'both', label: said('Both', 'Ambos') },
    ],
  },
  lines(
    'howToJoin',
    said('How to join', 'Cómo participar'),
    said('What to do, step by step. Never the address of a meeting room.', 'Qué hacer, paso a paso. Nunca la dirección de una sala en línea.'),
  ),
  {
    name: 'onlineAccess',
    type: 'select',
    label: said('How people get in online', 'Cómo se entra en línea'),
    admin: { description: sharedHelp(), condition: isOnline },
    options: [
      { value: 'link-when-registered', label: said('We send the link when they register', 'Enviamos el enlace a quien se inscribe') },
      { value: 'dial-in', label: said('By phone', 'Por teléfono') },
      { value: 'public-page', label: said('On a public page', 'En una página pública') },
    ],
  },
  {
    ...line('dialIn', said('Number to call', 'Número al que llamar'), sharedHelp(), { localized: false, max: 60 }),
    admin: {
      description: sharedHelp('The number alone, without the code of a room.', 'Solo el número, sin la clave de la sala.'),
      condition: (data, sibling: Sibling) => isOnline(data, sibling) && sibling?.onlineAccess === 'dial-in',
    },
  },
  outwardUrl({
    name: 'onlinePage',
    label: said('Public page', 'Página pública'),
    admin: {
      description: sharedHelp('A page for everybody, not a meeting room.', 'Una página para todos, no una sala.'),
      condition: (data, sibling: Sibling) => isOnline(data, sibling) && sibling?.onlineAccess === 'public-page',
    },
  }),
  {
    name: 'onlineRules',
    type: 'checkbox',
    defaultValue: true,
    label: said('Show the rules of an online group', 'Mostrar las reglas de un grupo en línea'),
    admin: {
      description: sharedHelp('A private room, headphones, nobody listening in.', 'Un cuarto privado, audífonos, sin nadie que escuche.'),
      condition: isOnline,
    },
  },
];
