import { isLocale, type Locale } from '../../library/locales.ts';

/** What previews say, to staff in the language of their admin and to a reviewer in the language of the text. */
const words = {
  en: {
    frame: 'Preview',
    draft: (until: string) => `Draft, not published. For review until ${until}.`,
    published: (until: string) => `As published. For review until ${until}.`,
    reasons: {
      missing: ['There is nothing to show', 'This document, or this version of it, does not exist any more.'],
      unreadable: ['This cannot be shown as a page yet', 'Correct this in the form; the preview follows by itself.'],
      starting: ['The preview is not ready yet', 'The site is being printed for the first time. Try again in a minute.'],
      busy: ['The preview is busy', 'Many previews are being made. Try again in a moment.'],
      down: ['The preview does not answer', 'The publisher, which makes the pages, is not running. Your text is saved. Tell whoever runs the site.'],
      refused: ['The publisher does not accept this admin', 'Both need the same PAYLOAD_SECRET. Your text is saved. Tell whoever runs the site.'],
      failed: ['This page could not be made', 'Change what you wrote last. If that does not help, show this text to whoever runs the site.'],
      unclear: ['This is not a preview', 'Open the preview from the document’s form.'],
    },
    links: {
      title: 'Send to a reviewer',
      help: (language: string) => `A link shows the ${language} text, as it stands now, to someone without an account.`,
      saveFirst: 'Save your last changes first: a link shows what was saved.',
      days: 'Works for',
      dayCount: (days: number) => (days === 1 ? '1 day' : `${days} days`),
      note: 'For whom (only staff see this)',
      noteHelp: 'For example: the clinical director',
      make: 'Make a link',
      making: 'Making the link…',
      made: 'Copy it now. It is not shown again.',
      address: 'Link for the reviewer',
      copy: 'Copy',
      copied: 'Copied.',
      list: 'Links that were sent',
      until: (language: string, when: string) => `${language}, works until ${when}`,
      ended: (language: string, when: string) => `${language}, ended ${when}`,
      revoked: (language: string) => `${language}, taken back`,
      revoke: 'Take back',
      revokeOf: (note: string) => `Take back the link ${note}`,
      by: (name: string, when: string) => `${name}, ${when}`,
      unnamed: 'without a note',
      unreachable: 'The admin did not answer. Check your connection and try again.',
    },
  },
  es: {
    frame: 'Vista previa',
    draft: (until: string) => `Borrador, sin publicar. Para revisión hasta el ${until}.`,
    published: (until: string) => `Como está publicado. Para revisión hasta el ${until}.`,
    reasons: {
      missing: ['No hay nada que mostrar', 'Este documento, o esta versión, ya no existe.'],
      unreadable: ['Todavía no se puede mostrar como página', 'Corríjalo en el formulario; la vista previa se actualiza sola.'],
      starting: ['La vista previa todavía no está lista', 'El sitio se está preparando por primera vez. Inténtelo de nuevo en un minuto.'],
      busy: ['La vista previa está ocupada', 'Se están preparando muchas vistas previas. Inténtelo de nuevo en un momento.'],
      down: ['La vista previa no responde', 'El programa que hace las páginas no está en marcha. Su texto está guardado. Avise a quien opera el sitio.'],
      refused: [
        'El programa que hace las páginas no acepta este panel',
        'Los dos necesitan el mismo PAYLOAD_SECRET. Su texto está guardado. Avise a quien opera el sitio.',
      ],
      failed: ['No se pudo hacer esta página', 'Cambie lo último que escribió. Si no ayuda, muestre este texto a quien opera el sitio.'],
      unclear: ['Esto no es una vista previa', 'Abra la vista previa desde el formulario del documento.'],
    },
    links: {
      title: 'Enviar a revisión',
      help: (language: string) => `Un enlace muestra el texto en ${language}, tal como está ahora, a alguien sin cuenta.`,
      saveFirst: 'Guarde primero sus últimos cambios: el enlace muestra lo guardado.',
      days: 'Sirve durante',
      dayCount: (days: number) => (days === 1 ? '1 día' : `${days} días`),
      note: 'Para quién (solo lo ve el personal)',
      noteHelp: 'Por ejemplo: la directora clínica',
      make: 'Crear un enlace',
      making: 'Creando el enlace…',
      made: 'Cópielo ahora. No se volverá a mostrar.',
      address: 'Enlace para quien revisa',
      copy: 'Copiar',
      copied: 'Copiado.',
      list: 'Enlaces enviados',
      until: (language: string, when: string) => `En ${language}, sirve hasta el ${when}`,
      ended: (language: string, when: string) => `En ${language}, terminó el ${when}`,
      revoked: (language: string) => `En ${language}, retirado`,
      revoke: 'Retirar',
      revokeOf: (note: string) => `Retirar el enlace ${note}`,
      by: (name: string, when: string) => `${name}, ${when}`,
      unnamed: 'sin nota',
      unreachable: 'El sistema no respondió. Revise su conexión e inténtelo de nuevo.',
    },
  },
} as const;

export type PreviewWords = (typeof words)[Locale];
export type NoPageReason = keyof PreviewWords['reasons'];

export function previewWordsIn(language: string): PreviewWords {
  return words[isLocale(language) ? language : 'en'];
}
