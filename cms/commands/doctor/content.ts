import { locales } from '../../library/locales.ts';
import { reviewState, reviewsOf } from '../../library/reviewState.ts';
import type { AnyDocument, Day, Library } from '../../library/types.ts';
import { beforeLaunch, type Finding, fine } from './finding.ts';

/** Numbers 555-0100 to 555-0199 are set aside for made-up examples (North American Numbering Plan). */
const madeUpNumber = /555[-.\s]?01\d\d\b/;
const madeUpMail = /@example\.(org|com|net)\b/i;

/** Whether what families read is a program's own and was looked at by a clinician. */
export function contentFindings(library: Library, today: Day): Finding[] {
  return [sample(library), reviews(library, today), helpLines(library)];
}

function sample(library: Library): Finding {
  const places: [string, unknown][] = [
    ['the program', library.program],
    ...[...library.places.values()].map((place): [string, unknown] => [`the place “${place.text.en.name}”`, place]),
    ...documentsOf(library).map((document): [string, unknown] => [`${document.collection}/${document.id}`, document.text]),
  ];
  const found = places.filter(([, content]) => [madeUpNumber, madeUpMail].some((pattern) => pattern.test(JSON.stringify(content)))).map(([name]) => name);
  if (found.length === 0) return fine('Contacts', 'no made-up telephone number or e-mail address.');
  const shown = found.slice(0, 5).join(', ');
  return beforeLaunch(
    'Contacts',
    `made-up telephone numbers (555-01xx) or example.org addresses in ${shown}${found.length > 5 ? ` and ${found.length - 5} more` : ''}: write your own.`,
  );
}

function reviews(library: Library, today: Day): Finding {
  const counts = { reviewed: 0, 'not-reviewed': 0, changed: 0, overdue: 0 };
  for (const document of documentsOf(library)) {
    if (!['articles', 'faqs', 'workshops'].includes(document.collection)) continue;
    for (const locale of locales) if (document.text[locale]) counts[reviewState(document, locale, reviewsOf(library, document), today).state] += 1;
  }
  const open = counts['not-reviewed'] + counts.changed + counts.overdue;
  if (open === 0) return fine('Reviews', `a clinician's review stands for all ${counts.reviewed} texts.`);
  return beforeLaunch(
    'Reviews',
    `${counts['not-reviewed']} texts never reviewed by a clinician, ${counts.changed} changed since, ${counts.overdue} overdue; ${counts.reviewed} reviewed.`,
  );
}

function helpLines(library: Library): Finding {
  const lines = library.program.crisisLines;
  if (lines.length === 0)
    return beforeLaunch('Help lines', 'none: families would find no number in an emergency. Add them in the admin, under Program and help lines.');
  const [oldest] = lines.map((line) => line.verifiedOn).sort();
  return fine('Help lines', `${lines.length}, the oldest checked on ${oldest}.`);
}

function documentsOf(library: Library): AnyDocument[] {
  return Object.values(library.documents).flatMap((documents) => [...(documents as ReadonlyMap<string, AnyDocument>).values()]);
}
