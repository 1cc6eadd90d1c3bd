import { said } from '../said.ts';

export const weekdays = [
  { value: 'MO', label: said('Monday', 'Lunes') },
  { value: 'TU', label: said('Tuesday', 'Martes') },
  { value: 'WE', label: said('Wednesday', 'Miércoles') },
  { value: 'TH', label: said('Thursday', 'Jueves') },
  { value: 'FR', label: said('Friday', 'Viernes') },
  { value: 'SA', label: said('Saturday', 'Sábado') },
  { value: 'SU', label: said('Sunday', 'Domingo') },
];

export const notOnTheList = said('Choose from the list: MO, TU, WE, TH, FR, SA, SU.', 'Elija de la lista: MO, TU, WE, TH, FR, SA, SU.');

/** Whether a value is a weekday: a field with a check of its own has lost Payload's check against its options. */
export const isWeekday = (value: unknown): boolean => weekdays.some((weekday) => weekday.value === value);
