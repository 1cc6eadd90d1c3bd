import { plainText } from '../../cms/library/plainText.ts';
import type { FaqView } from '../../cms/library/queries/questions.ts';
import type { Block } from '../../cms/library/richText.ts';
import { reviewData } from './article.ts';
import { context, type JsonLd, type Place } from './site.ts';

/** One question with its answer. https://schema.org/FAQPage */
export function faqData(faq: FaqView, place: Place): JsonLd {
  return {
    ...context,
    '@type': ['FAQPage', 'MedicalWebPage'],
    '@id': place.url,
    url: place.url,
    inLanguage: faq.lang,
    ...reviewData(faq.review),
    mainEntity: [{ '@type': 'Question', name: faq.question, acceptedAnswer: { '@type': 'Answer', text: answerText(faq.answer, faq.more) } }],
  };
}

function answerText(answer: string, more: readonly Block[]): string {
  return [answer, plainText(more)].filter(Boolean).join('\n');
}
