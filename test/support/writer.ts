import { getPayload } from 'payload';

/** A process of its own that writes topics into the database of `DATA_DIR`, ten at a time, until it has written the given number or is killed. */
const { default: config } = await import('../../cms/payload.config.ts');
console.log('opening');
const payload = await getPayload({ config });
const count = Number(process.argv[2]);
console.log('ready');
let failed = 0;
for (let start = 0; start < count; start += 10) {
  const saves = Array.from({ length: 10 }, (_, number) =>
    payload.create({
      collection: 'faqs',
      locale: 'en',
      data: {
        question: `Question ${process.pid} ${start + number}`,
        answer: 'x',
        sources: [{ title: 'Source', url: 'https://example.org' }],
        _status: 'published',
      },
    }),
  );
  failed += (await Promise.allSettled(saves)).filter((save) => save.status === 'rejected').length;
}
console.log(`failed ${failed}`);
process.exit(0);
