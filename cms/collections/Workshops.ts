import { said, sharedHelp } from '../fields/said.ts';
import { exceptions, segments } from '../fields/schedule.ts';
import { audience, checkbox, topics } from '../fields/shared.ts';
import { line, lines, summaryField } from '../fields/text.ts';
import { editor } from '../rich-text/editor.ts';
import { familyRead } from './familyRead.ts';

export const Workshops = familyRead({
  slug: 'workshops',
  labels: { singular: said('Workshop or group', 'Taller o grupo'), plural: said('Workshops and groups', 'Talleres y grupos') },
  title: 'title',
  description: said('What families can come to, and when.', 'A qué pueden venir las familias, y cuándo.'),
  columns: ['title', 'kind', 'format', '_status', 'updatedAt'],
  tabs: [
    {
      label: said('Content', 'Contenido'),
      fields: [
        line('title', said('Title', 'Título'), said('What it is about.', 'De qué se trata.'), { required: true, max: 120 }),
        summaryField,
        {
          name: 'description',
          type: 'richText',
          localized: true,
          editor,
          label: said('Description', 'Descripción'),
          admin: { description: said('What happens there, and what people take home.', 'Qué se hace y qué se lleva cada persona.') },
        },
        lines(
          'howToJoin',
          said('How to join', 'Cómo participar'),
          said('What to do, step by step. Never the address of a meeting room.', 'Qué hacer, paso a paso. Nunca la dirección de una sala en línea.'),
        ),
        lines(
          'whoMayCome',
          said('Who may come', 'Quién puede venir'),
          said('Relations, ages, with or without the person in treatment.', 'Parentesco, edades, con o sin la persona en tratamiento.'),
        ),
        lines('interpreting', said('Interpreting', 'Interpretación'), said('Which languages, and how to ask for it.', 'Qué idiomas, y cómo pedirla.')),
      ],
    },
    { label: said('Dates', 'Fechas'), fields: [segments, exceptions] },
    {
      label: said('Who and what', 'Quién y qué'),
      fields: [
        {
          name: 'kind',
          type: 'select',
          required: true,
          defaultValue: 'education',
          label: said('Kind', 'Clase'),
          admin: { description: sharedHelp() },
          options: [
            { value: 'education', label: said('Education', 'Educación') },
            { value: 'support', label: said('Support group', 'Grupo de apoyo') },
            { value: 'multi-family', label: said('Several families', 'Varias familias') },
            { value: 'naloxone-training', label: said('Naloxone training', 'Uso de naloxona') },
          ],
        },
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
          name: 'facilitators',
          type: 'relationship',
          relationTo: 'people',
          hasMany: true,
          maxRows: 10,
          label: said('Led by', 'A cargo de'),
          admin: { description: sharedHelp() },
        },
        {
          name: 'materials',
          type: 'relationship',
          relationTo: 'materials',
          hasMany: true,
          maxRows: 20,
          label: said('Materials', 'Materiales'),
          admin: { description: sharedHelp() },
        },
        topics,
      ],
    },
  ],
  sidebar: [
    checkbox(
      'advertise',
      said('Advertise publicly', 'Anunciar en público'),
      sharedHelp('Lets search engines show the dates.', 'Permite que los buscadores muestren las fechas.'),
    ),
  ],
});
