import {
  BoldFeature,
  FixedToolbarFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical';
import { isOutwardUrl } from '../fields/outwardUrl.ts';
import { publicCollections } from '../library/sections.ts';

/** Links to our own pages name the document, so that they follow it; links elsewhere are https addresses. */
const links = LinkFeature({
  enabledCollections: [...publicCollections],
  disableAutoLinks: true,
  fields: ({ defaultFields }) =>
    defaultFields
      .filter((field) => !('name' in field) || field.name !== 'newTab')
      .map((field) =>
        'name' in field && field.name === 'url'
          ? ({
              ...field,
              validate: (value: unknown, { siblingData }: { siblingData?: { linkType?: string } }) =>
                siblingData?.linkType === 'internal' ||
                isOutwardUrl(value) ||
                'Link to a page of ours by choosing the document; elsewhere use an address that starts with https://.',
            } as typeof field)
          : field,
      ),
});

export const inlineFeatures = [
  ParagraphFeature(),
  BoldFeature(),
  ItalicFeature(),
  OrderedListFeature(),
  UnorderedListFeature(),
  links,
  InlineToolbarFeature(),
  FixedToolbarFeature(),
];
