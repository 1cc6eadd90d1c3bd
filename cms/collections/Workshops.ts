import type { SelectField } from 'payload';
import { workshopDates } from '../endpoints/workshops/index.ts';
import { said, sharedHelp } from '../fields/said.ts';
import { exceptions } from '../fields/schedule/exceptions.ts';
import { facilitators, materials } from '../fields/schedule/parts.ts';
import { segments } from '../fields/schedule/segments.ts';
import { sessions } from '../fields/schedule/sessions.ts';
import { checkbox, topics } from '../fields/shared.ts';
import { line, summaryField } from '../fields/text.ts';
import { attendance } from '../fields/workshop/attendance.ts';
import { joining } from '../fields/workshop/joining.ts';
import { checkSchedule } from '../hooks/checkSchedule.ts';
import { recordCalendar } from '../hooks/recordCalendar.ts';
import { editor } from '../rich-text/editor.ts';
import { familyRead } from './familyRead.ts';

const kind: SelectField = {
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
};

const whenCancelled: SelectField = {
  name: 'whenCancelled',
  type: 'select',
  defaultValue: 'skip',
  label: said('When a date is cancelled, its topic', 'Si se cancela una fecha, su tema'),
  admin: { description: sharedHelp() },
  options: [
    { value: 'skip', label: said('Is skipped', 'Se salta') },
    { value: 'push-back', label: said('Comes on the next date, and the rest after it', 'Pasa a la fecha siguiente, y los demás después') },
  ],
};

export const Workshops = familyRead({
  slug: 'workshops',
  labels: { singular: said('Workshop or group', 'Taller o grupo'), plural: said('Workshops and groups', 'Talleres y grupos') },
  title: 'title',
  description: said('What families can come to, and when.', 'A qué pueden venir las familias, y cuándo.'),
  aboveList: '/cms/admin/workshops/CancelDay.tsx#CancelDay',
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
        kind,
        topics,
        materials(sharedHelp()),
      ],
    },
    {
      label: said('Dates', 'Fechas'),
      fields: [
        segments,
        { name: 'datesAhead', type: 'ui', admin: { disableListColumn: true, components: { Field: '/cms/admin/workshops/DatesPanel.tsx#DatesPanel' } } },
        exceptions,
        checkbox(
          'obeysClosures',
          said('Not held when the program is closed', 'No se hace cuando el programa está cerrado'),
          sharedHelp('Its dates on those days show as cancelled.', 'Esas fechas se muestran como canceladas.'),
          { defaultValue: true },
        ),
      ],
    },
    {
      label: said('Topics in turn', 'Temas por turno'),
      fields: [
        sessions,
        whenCancelled,
        checkbox('joinAnyWeek', said('One may join at any week', 'Se puede empezar cualquier semana'), sharedHelp(), { defaultValue: true }),
      ],
    },
    { label: said('How to join', 'Cómo participar'), fields: joining },
    { label: said('Who may come', 'Quién puede venir'), fields: [...attendance, facilitators(sharedHelp())] },
  ],
  sidebar: [
    checkbox(
      'advertise',
      said('Advertise publicly', 'Anunciar en público'),
      sharedHelp('Lets search engines show the dates.', 'Permite que los buscadores muestren las fechas.'),
    ),
    checkbox(
      'archived',
      said('The series is over', 'La serie terminó'),
      sharedHelp('It leaves the lists. Its page stays, with its past dates.', 'Sale de las listas. Su página queda, con sus fechas pasadas.'),
    ),
  ],
  endpoints: workshopDates,
  beforeChange: [checkSchedule],
  afterChange: [recordCalendar],
});
