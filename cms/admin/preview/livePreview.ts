import type { RootLivePreviewConfig } from 'payload';
import { publicCollections } from '../../library/sections.ts';

/** The page beside the form, in the language that is being edited. It follows each save by itself. */
export const livePreview: RootLivePreviewConfig = {
  collections: [...publicCollections],
  url: ({ collectionConfig, data, locale }) =>
    collectionConfig && data?.id ? `/preview/frame/${collectionConfig.slug}/${data.id}?locale=${locale.code}` : null,
  breakpoints: [
    { name: 'phone', label: '360 × 740', width: 360, height: 740 },
    { name: 'tablet', label: '768 × 1024', width: 768, height: 1024 },
    { name: 'desktop', label: '1280 × 800', width: 1280, height: 800 },
  ],
};
