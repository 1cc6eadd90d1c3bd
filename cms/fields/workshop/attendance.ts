import type { Field } from 'payload';
import { checked } from '../checked.ts';
import { clockTime } from '../clockTime.ts';
import { said, sharedHelp } from '../said.ts';
import { places } from '../schedule/parts.ts';
import { audience, checkbox } from '../shared.ts';
import { line, lines } from '../text.ts';

type Sibling = { needs?: string; cost?: string };
const isRegistered = (_: unknown, sibling: Sibling) => sibling?.needs !== 'nothing';

/** Who may come and what is needed first. Families read these in fixed words; the texts beside them say only what is special here. */
export const attendance: Field[] = [
  {
    name: 'needs',
    type: 'select',
    required: true,
    defaultValue: 'nothing',
    label: said('Needed first', 'Qué se necesita antes'),
    admin: { description: sharedHelp() },
    options: [
      { value: 'nothing', label: said('Nothing', 'Nada') },
      { value: 'register', label: said('Registration', 'Inscripción') },
      { value: 'invitation', label: said('An invitation', 'Una invitación') },
      { value: 'signed-consent', label: said('Signed consent', 'Consentimiento firmado') },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        ...places(sharedHelp('Of every date that says nothing else.', 'De toda fecha que no diga otra cosa.')),
        defaultValue: 'open',
      },
      {
        name: 'registerByDays',
        type: 'number',
        min: 0,
        max: 60,
        label: said('Register, days before', 'Inscribirse, días antes'),
        admin: { description: sharedHelp('0 is the day itself. Empty: no limit.', '0 es el mismo día. Vacío: sin límite.'), condition: isRegistered },
        validate: checked((value) => {
          if (value === undefined || value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 60)) return undefined;
          return said('Write a number of days from 0 to 60, or leave it empty.', 'Escriba cuántos días, de 0 a 60, o déjelo vacío.');
        }),
      },
      clockTime({
        name: 'registerByTime',
        label: said('Until', 'Hasta las'),
        admin: { description: sharedHelp('Empty: until that day ends.', 'Vacío: hasta que termine ese día.'), condition: isRegistered },
      }),
    ],
  },
  lines(
    'whoMayCome',
    said('Who may come', 'Quién puede venir'),
    said('Relations, ages, with or without the person in treatment.', 'Parentesco, edades, con o sin la persona en tratamiento.'),
  ),
  audience,
  { name: 'minimumAge', type: 'number', min: 0, max: 99, label: said('Minimum age', 'Edad mínima'), admin: { description: sharedHelp() } },
  checkbox('childrenWelcome', said('Children may come along', 'Pueden venir niños'), sharedHelp()),
  {
    name: 'withPersonInTreatment',
    type: 'select',
    required: true,
    defaultValue: 'no',
    label: said('With the person in treatment', 'Con la persona en tratamiento'),
    admin: { description: sharedHelp() },
    options: [
      { value: 'yes', label: said('Together', 'Juntos') },
      { value: 'no', label: said('Without them', 'Sin la persona') },
      { value: 'either', label: said('Either way', 'De las dos formas') },
    ],
  },
  {
    name: 'languages',
    type: 'select',
    hasMany: true,
    required: true,
    defaultValue: ['en'],
    label: said('Held in', 'Se da en'),
    admin: { description: sharedHelp() },
    options: [
      { value: 'en', label: said('English', 'Inglés') },
      { value: 'es', label: said('Spanish', 'Español') },
    ],
  },
  {
    name: 'interpreted',
    type: 'select',
    hasMany: true,
    label: said('Interpreters for', 'Intérpretes de'),
    admin: { description: sharedHelp('Those that a family can ask for.', 'Los que una familia puede pedir.') },
    options: [
      { value: 'en', label: said('English', 'Inglés') },
      { value: 'es', label: said('Spanish', 'Español') },
      { value: 'asl', label: said('American Sign Language', 'Lengua de señas americana (ASL)') },
    ],
  },
  lines(
    'interpreting',
    said('How to ask for an interpreter', 'Cómo pedir un intérprete'),
    said('Whom to call, and how long before.', 'A quién llamar y con cuánto tiempo.'),
  ),
  {
    name: 'cost',
    type: 'select',
    defaultValue: 'free',
    label: said('Cost', 'Costo'),
    admin: { description: sharedHelp() },
    options: [
      { value: 'free', label: said('Free', 'Gratis') },
      { value: 'paid', label: said('It costs something', 'Tiene un costo') },
    ],
  },
  {
    ...line('price', said('How much', 'Cuánto'), said('And who can come for less.', 'Y quién paga menos.'), { max: 200 }),
    admin: {
      description: said('And who can come for less.', 'Y quién paga menos.'),
      condition: (_, sibling: Sibling) => sibling?.cost === 'paid',
    },
  },
  lines('bring', said('What to bring', 'Qué traer'), said('And what is there already.', 'Y qué hay allí.'), { max: 300 }),
];
