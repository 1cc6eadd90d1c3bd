import { type CrisisKind, crisisKinds } from '../library/types.ts';
import { type Said, said } from './said.ts';

const labels: Record<CrisisKind, Said> = {
  overdose: said('Overdose', 'Sobredosis'),
  suicide: said('Suicide', 'Suicidio'),
  violence: said('Violence at home', 'Violencia en casa'),
  child: said('A child at risk', 'Un niño en peligro'),
  poison: said('Swallowed something', 'Tragó algo'),
  'substance-help': said('Help with substances', 'Ayuda con sustancias'),
};

/** The dangers for which the program keeps numbers, to choose from. */
export const crisisKindOptions = crisisKinds.map((value) => ({ value, label: labels[value] }));
