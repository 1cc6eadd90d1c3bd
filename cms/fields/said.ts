/** A label or a help text in both languages of the admin. */
export const said = (en: string, es: string): { en: string; es: string } => ({ en, es });

const shared = said('Shared by both languages.', 'Común a los dos idiomas.');

/** Help for a field that has one value for both languages, and says so: it goes live with whichever language is published. */
export const sharedHelp = (en = '', es = ''): { en: string; es: string } => said(`${en} ${shared.en}`.trim(), `${es} ${shared.es}`.trim());
