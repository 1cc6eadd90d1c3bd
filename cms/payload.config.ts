import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { en } from '@payloadcms/translations/languages/en';
import { es } from '@payloadcms/translations/languages/es';
import { buildConfig } from 'payload';
import sharp from 'sharp';
import { payloadWords } from './admin/payloadWords.ts';
import { livePreview } from './admin/preview/livePreview.ts';
import { Articles } from './collections/Articles.ts';
import { People, Places } from './collections/behindThePages.ts';
import { Faqs } from './collections/Faqs.ts';
import { Files } from './collections/Files.ts';
import { Kits } from './collections/Kits.ts';
import { Materials } from './collections/Materials.ts';
import { Media } from './collections/Media.ts';
import { Pages } from './collections/Pages.ts';
import { PreviewLinks } from './collections/PreviewLinks.ts';
import { Reviews } from './collections/Reviews.ts';
import { Addresses, Calendars, Publications } from './collections/rows.ts';
import { Schedules } from './collections/Schedules.ts';
import { Staff } from './collections/Staff.ts';
import { Terms } from './collections/Terms.ts';
import { Topics } from './collections/Topics.ts';
import { Workshops } from './collections/Workshops.ts';
import { connect } from './database/connect.ts';
import { askedBefore } from './endpoints/askedBefore.ts';
import { audit } from './endpoints/audit.ts';
import { health } from './endpoints/health.ts';
import { preview } from './endpoints/preview/index.ts';
import { publishAgain } from './endpoints/receipts.ts';
import { standing } from './endpoints/standing.ts';
import { readEnv, secretOf } from './env.ts';
import { Program } from './globals/Program.ts';
import { SearchSettings } from './globals/SearchSettings.ts';
import { blameQuery } from './hooks/blameQuery.ts';
import { blameUnreadForm } from './hooks/blameUnreadForm.ts';
import { largestUpload } from './hooks/checkUpload.ts';
import { defaultLocale } from './library/locales.ts';
import { noMail } from './noMail.ts';
import { editor } from './rich-text/editor.ts';

const here = dirname(fileURLToPath(import.meta.url));
const env = readEnv();
const secure = !['localhost', '127.0.0.1'].includes(new URL(env.CMS_URL).hostname);

export default buildConfig({
  secret: secretOf(env),
  serverURL: env.CMS_URL,
  csrf: [env.CMS_URL],
  cors: [env.CMS_URL],
  db: connect(env),
  editor,
  sharp,
  email: noMail,
  collections: [
    Articles,
    Workshops,
    Faqs,
    Terms,
    Topics,
    Materials,
    Kits,
    Pages,
    Media,
    Reviews,
    Places,
    People,
    Files(env.dataDir),
    Addresses,
    Calendars,
    Publications,
    PreviewLinks,
    Schedules,
    Staff(secure),
  ],
  globals: [Program, SearchSettings],
  hooks: { afterError: [blameUnreadForm, blameQuery] },
  endpoints: [health, ...audit, askedBefore, standing, publishAgain, ...preview],
  localization: {
    locales: [
      { code: 'en', label: 'English' },
      { code: 'es', label: 'Español' },
    ],
    defaultLocale,
    // The button publishes the language on the screen; both at once is a choice in its menu.
    defaultLocalePublishOption: 'active',
    fallback: false,
  },
  experimental: { localizeStatus: true },
  i18n: { supportedLanguages: { en, es }, fallbackLanguage: 'en', translations: payloadWords },
  graphQL: { disable: true },
  telemetry: false,
  upload: { limits: { fileSize: largestUpload }, abortOnLimit: true, safeFileNames: true, preserveExtension: 4 },
  maxDepth: 4,
  defaultDepth: 0,
  admin: {
    user: 'staff',
    livePreview,
    dateFormat: 'd MMM yyyy, HH:mm',
    avatar: 'default',
    meta: { titleSuffix: ' · Alongside' },
    components: {
      graphics: { Logo: '/cms/admin/brand/Logo.tsx#Logo', Icon: '/cms/admin/brand/Icon.tsx#Icon' },
      afterLogin: ['/cms/admin/brand/LostPassword.tsx#LostPassword'],
      views: { dashboard: { Component: '/cms/admin/dashboard/Dashboard.tsx#Dashboard' } },
    },
    importMap: { baseDir: join(here, '..'), importMapFile: join(here, 'app', '(payload)', 'importMap.js') },
  },
  typescript: { outputFile: join(here, 'payload-types.ts') },
});
