import type { DashboardViewServerProps } from '@payloadcms/next/views';
import { Gutter } from '@payloadcms/ui';
import { Temporal } from 'temporal-polyfill';
import { roleOf } from '../../access/roles.ts';
import { isLocale } from '../../library/locales.ts';
import { AskedByFamilies } from '../asked/AskedByFamilies.tsx';
import { askedQueue } from '../asked/askedQueue.ts';
import { TruthAudit } from '../audit/TruthAudit.tsx';
import { PlansAhead, PlansNotCarriedOut } from '../schedules/DeskPlans.tsx';
import { plansOnDesk } from '../schedules/plansOnDesk.ts';
import { wordsIn } from '../words.ts';
import './Dashboard.css';
import { DatesAhead } from './DatesAhead.tsx';
import type { Desk } from './desk.ts';
import { Failures } from './Failures.tsx';
import { nextDates } from './nextDates.ts';
import { RecentlyPublished } from './RecentlyPublished.tsx';
import { ReviewsToDo } from './ReviewsToDo.tsx';
import { recentPublications } from './recentPublications.ts';
import { reviewsNeeded } from './reviewsNeeded.ts';
import { UnfinishedTexts } from './UnfinishedTexts.tsx';
import { unfinished } from './unfinished.ts';
import { WriteSomething } from './WriteSomething.tsx';

/** The first screen: what waits for whoever signed in, and what families will meet next. Clinicians find their reviews first, editors their drafts. */
export async function Dashboard({ initPageResult: { req } }: DashboardViewServerProps) {
  const desk = await deskOf(req);
  const words = wordsIn(desk.language);
  const [drafts, reviews, dates, publications, plans, asked] = await Promise.all([
    unfinished(desk, words.untitled),
    reviewsNeeded(desk, words.untitled),
    nextDates(desk, words.untitled),
    recentPublications(desk, words.untitled),
    plansOnDesk(desk, words.untitled),
    askedQueue(desk, words.untitled),
  ]);
  const clinician = roleOf(req) === 'clinician';
  const reviewList = <ReviewsToDo key="reviews" {...reviews} words={words} />;
  const waiting = new Set(asked.map(({ href }) => documentIn(href)));
  const draftList = <UnfinishedTexts key="drafts" items={drafts.filter(({ href }) => !waiting.has(documentIn(href)))} words={words} />;
  const askedList = <AskedByFamilies key="asked" items={asked} language={desk.language} zone={desk.zone} mayWrite={!clinician} />;
  return (
    <Gutter className="desk">
      <h1>{words.dashboard.title}</h1>
      {publications.failed.length > 0 && (
        <Failures items={publications.failed} words={words} language={desk.language} zone={desk.zone} mayPublish={!clinician} />
      )}
      {plans.failed.length > 0 && <PlansNotCarriedOut items={plans.failed} language={desk.language} />}
      {!clinician && <WriteSomething desk={desk} words={words} />}
      <div className="desk__columns">
        <div className="desk__column">{clinician ? [reviewList, askedList, draftList] : [askedList, draftList, reviewList]}</div>
        <div className="desk__column">
          <DatesAhead items={dates} words={words} language={desk.language} />
          {plans.ahead.length > 0 && <PlansAhead items={plans.ahead} language={desk.language} />}
          <RecentlyPublished items={publications.recent} words={words} language={desk.language} zone={desk.zone} />
          {!clinician && <TruthAudit desk={desk} mayAsk={roleOf(req) === 'admin'} />}
        </div>
      </div>
    </Gutter>
  );
}

async function deskOf({ payload, user, i18n }: DashboardViewServerProps['initPageResult']['req']): Promise<Desk> {
  const program = (await payload.findGlobal({ slug: 'program', depth: 0, user, overrideAccess: false })) as { zone?: string | null };
  const zone = program.zone ?? 'America/New_York';
  return { payload, user, language: isLocale(i18n.language) ? i18n.language : 'en', today: Temporal.Now.plainDateISO(zone).toString(), zone };
}

/** A link to a document names a language as well. */
const documentIn = (href: string) => href.split('?')[0];
