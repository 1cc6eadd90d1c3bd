import type { Block } from 'payload';
import { outwardUrl } from '../../fields/outwardUrl.ts';
import { said } from '../../fields/said.ts';
import { line } from '../../fields/text.ts';
import { plainEditor } from '../plainEditor.ts';

export const video: Block = {
  slug: 'video',
  interfaceName: 'VideoBlock',
  admin: { disableBlockName: true },
  labels: { singular: said('Video with transcript', 'Video con transcripción'), plural: said('Videos', 'Videos') },
  fields: [
    line('title', said('Title', 'Título'), said('What the video shows.', 'Qué muestra el video.'), { required: true, localized: false }),
    outwardUrl({
      name: 'url',
      required: true,
      label: said('Address of the video', 'Dirección del video'),
      admin: {
        description: said(
          'A link, not a player: nothing loads until the reader asks for it.',
          'Un enlace, no un reproductor: nada se carga hasta que el lector lo pida.',
        ),
      },
    }),
    {
      name: 'transcript',
      type: 'richText',
      required: true,
      editor: plainEditor,
      label: said('Transcript', 'Transcripción'),
      admin: {
        description: said(
          'Every word that is said, for those who cannot or would rather not listen.',
          'Todo lo que se dice, para quien no puede o prefiere no escuchar.',
        ),
      },
    },
  ],
};
