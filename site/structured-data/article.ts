import type { ArticleView } from '../../cms/library/queries/guides.ts';
import type { ReviewState } from '../../cms/library/reviewState.ts';
import { context, type JsonLd, type Place } from './site.ts';

/** A guide. https://schema.org/Article and https://schema.org/MedicalWebPage, whose review is named only while it stands. */
export function articleData(article: ArticleView, place: Place): JsonLd {
  return {
    ...context,
    '@type': ['Article', 'MedicalWebPage'],
    '@id': place.url,
    url: place.url,
    headline: article.title,
    description: article.summary,
    inLanguage: article.lang,
    datePublished: article.publishedAt,
    dateModified: article.updatedAt,
    isAccessibleForFree: true,
    publisher: { '@type': 'Organization', name: place.name, url: place.origin },
    audience: { '@type': 'PeopleAudience', audienceType: article.lang === 'es' ? 'Familiares' : 'Family members' },
    ...(article.sources.length ? { citation: article.sources.map(({ title, url }) => ({ '@type': 'CreativeWork', name: title, url })) } : {}),
    ...reviewData(article.review),
  };
}

/** `lastReviewed` and `reviewedBy`, only where a clinician's review of exactly this text stands and is not overdue. */
export function reviewData(review: ReviewState): Record<string, unknown> {
  return review.state === 'reviewed' ? { lastReviewed: review.on, reviewedBy: { '@type': 'Person', jobTitle: review.role } } : {};
}
