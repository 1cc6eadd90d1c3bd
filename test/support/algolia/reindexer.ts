import { createAlgoliaIndexer } from '../../../cms/search/algolia/index.ts';
import { fixtureLibrary } from '../fixtureLibrary.ts';
import { appId, writeKey } from './index.ts';

/** A full reindex in a process that can be killed, of the library without its first guide: `reindexer.ts <host>`. */
const [, , host] = process.argv;
const library = fixtureLibrary();
const articles = new Map([...library.documents.articles].slice(1));
await createAlgoliaIndexer({ appId, writeKey, host }).sync({ ...library, documents: { ...library.documents, articles } }, 'everything');
