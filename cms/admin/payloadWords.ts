/** Where Payload's own words do not fit: Spanish with two words for the trash and a lost plural, and 'in' before a language that is named in its own words. */
export const payloadWords = {
  en: {
    version: { publishIn: 'Publish ({{locale}})' },
  },
  es: {
    general: {
      aboutToPermanentlyDeleteTrash: 'Está a punto de eliminar permanentemente <0>{{count}}</0> <1>{{label}}</1> de la papelera. ¿Desea continuar?',
      all: 'Todo:',
      emptyTrashLabel: 'Vaciar la papelera: {{label}}',
      trash: 'Papelera',
    },
    version: { publishIn: 'Publicar ({{locale}})' },
  },
};
