import { isLocale } from '../../library/locales.ts';

/** What the dashboard says of the truth audit. */
const words = {
  en: {
    title: 'Is the site what was published?',
    never: 'Not checked yet. It is checked every night.',
    sound: (when: string, number: string) => `Checked ${when}: ${number} texts, addresses, files and search entries, and all agree.`,
    mended: (when: string, count: number) =>
      `Checked ${when}: ${count === 1 ? '1 thing' : `${count} things`} did not agree, and ${count === 1 ? 'was' : 'were'} put right.`,
    open: (when: string, count: number, open: number) =>
      `Checked ${when}: ${count === 1 ? '1 thing' : `${count} things`} did not agree. ${open === 1 ? '1 is' : `${open} are`} left for you to put right.`,
    failed: (when: string, why: string) => `The check of ${when} stopped before its end: ${why}`,
    more: 'What was found',
    others: (count: number) => `and ${count} more`,
    check: 'Check everything',
    underWay: 'Being checked. This can take some minutes, and publishing goes on meanwhile.',
  },
  es: {
    title: '¿El sitio es lo que se publicó?',
    never: 'Todavía no se revisó. Se revisa cada noche.',
    sound: (when: string, number: string) => `Revisado el ${when}: ${number} textos, direcciones, archivos y entradas del buscador, y todo coincide.`,
    mended: (when: string, count: number) =>
      count === 1 ? `Revisado el ${when}: 1 cosa no coincidía y se corrigió.` : `Revisado el ${when}: ${count} cosas no coincidían y se corrigieron.`,
    open: (when: string, count: number, open: number) =>
      `Revisado el ${when}: ${count === 1 ? '1 cosa no coincidía' : `${count} cosas no coincidían`}. ${open === 1 ? 'Queda 1 por corregir' : `Quedan ${open} por corregir`}.`,
    failed: (when: string, why: string) => `La revisión del ${when} se detuvo antes de terminar: ${why}`,
    more: 'Lo que se encontró',
    others: (count: number) => `y ${count} más`,
    check: 'Revisar todo',
    underWay: 'Se está revisando. Puede tardar unos minutos; mientras tanto se sigue publicando.',
  },
} as const;

export function auditWords(language: string) {
  return words[isLocale(language) ? language : 'en'];
}
