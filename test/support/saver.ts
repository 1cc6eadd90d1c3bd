import { getPayload } from 'payload';
import { lexical, paragraph } from './lexical.ts';

/**
 * A process of its own that saves through the CMS until it is killed, as the admin does: `node saver.ts <name>`. Once a save is answered it says the slug
 * and the words that families are to read there, or a dash where there is to be no page.
 */
const [, , name = 'saver'] = process.argv;
const { default: config } = await import('../../cms/payload.config.ts');
const payload = await getPayload({ config });
payload.logger.level = 'silent';
const say = (slug: string, words: string) => console.log(`${slug} ${words}`);
const article = (title: string, words: string) => ({ title, summary: `${words}.`, body: lexical(paragraph(words)), _status: 'published' as const });

console.log('ready');
for (let number = 1; ; number += 1) {
  const [slug, words] = [`${name}-${number}`, `words-${name}-${number}`];
  const { id } = await payload.create({ collection: 'articles', data: article(slug, words) });
  say(slug, words);
  if (number % 4 === 1) {
    await payload.update({ collection: 'articles', id, data: article(slug, `${words}-again`) });
    say(slug, `${words}-again`);
  } else if (number % 4 === 2) {
    await payload.update({ collection: 'articles', id, data: { _status: 'draft' } });
    say(slug, '-');
  } else if (number % 4 === 3) {
    await payload.update({ collection: 'articles', id, draft: true, data: { summary: 'An unseen heron.', _status: 'draft' } });
  }
}
