import { describe, expect, test } from 'vitest';
import { articlePage } from '../../cms/library/queries/guides.ts';
import { faqPage } from '../../cms/library/queries/questions.ts';
import { workshopPage } from '../../cms/library/queries/workshops.ts';
import { articleData } from '../../site/structured-data/article.ts';
import { eventData } from '../../site/structured-data/event.ts';
import { faqData } from '../../site/structured-data/faq.ts';
import { jsonInHtml } from '../../site/structured-data/site.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';

const library = fixtureLibrary();
const place = { origin: 'https://family.example.org', url: 'https://family.example.org/en/x/', name: 'Riverside', lang: 'en' } as const;

describe('what search engines are told of a review', () => {
  test.each([
    ['a1', 'en', 'reviewed', '2026-11-03'],
    ['a1', 'es', 'changed', undefined],
    ['a3', 'en', 'overdue', undefined],
    ['a2', 'en', 'not-reviewed', undefined],
  ] as const)('of %s in %s, which is %s: %s', (id, locale, state, lastReviewed) => {
    const article = articlePage(library, locale, id)!;
    expect(article.review.state).toBe(state);
    const data = articleData(article, place);
    expect(data.lastReviewed).toBe(lastReviewed);
    expect('reviewedBy' in data).toBe(state === 'reviewed');
  });

  test('a question names it as well', () => {
    expect(faqData(faqPage(library, 'es', 'q1')!, place)).toMatchObject({
      lastReviewed: '2026-10-20',
      reviewedBy: { jobTitle: expect.stringContaining('clínica') },
    });
    expect(faqData(faqPage(library, 'en', 'q1')!, place)).not.toHaveProperty('lastReviewed');
  });
});

describe('a workshop', () => {
  test('is told to search engines only where staff advertise it', () => {
    const advertised = workshopPage(library, 'en', 'w1')!;
    expect(eventData({ ...advertised, advertise: false }, place)).toEqual([]);
    expect(eventData({ ...advertised, advertise: true }, place)).toHaveLength(advertised.dates.length);
  });

  test('says which dates are cancelled', () => {
    const workshop = workshopPage(library, 'en', 'w1')!;
    const dates = workshop.dates.map((date, index) => ({ ...date, cancelled: index === 1 }));
    expect(
      eventData({ ...workshop, advertise: true, dates }, place)
        .map((event) => event.eventStatus)
        .slice(0, 2),
    ).toEqual(['https://schema.org/EventScheduled', 'https://schema.org/EventCancelled']);
  });
});

test('no text can close the script element in which it stands', () => {
  const html = jsonInHtml({ headline: '</script><script>alert(1)</script><!--' });
  expect(html).not.toContain('<');
  expect(JSON.parse(html)).toEqual({ headline: '</script><script>alert(1)</script><!--' });
});
