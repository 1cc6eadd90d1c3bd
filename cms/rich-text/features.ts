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
import { checked } from '../fields/checked.ts';
import { isOutwardUrl } from '../fields/outwardUrl.ts';
import { said } from '../fields/said.ts';
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
              validate: checked((value, { siblingData }) =>
                (siblingData as { linkType?: string } | undefined)?.linkType === 'internal' || isOutwardUrl(value)
                  ? undefined
                  : said(
                      'Link to a page of ours by choosing the document; elsewhere use an address that starts with https://.',
                      'Para enlazar una página nuestra, elija el documento; para otra, use una dirección que empiece con https://.',
                    ),
              ),
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
