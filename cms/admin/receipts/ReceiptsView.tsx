import { Gutter, SetStepNav } from '@payloadcms/ui';
import type { ListViewServerProps } from 'payload';
import { Temporal } from 'temporal-polyfill';
import { isLocale } from '../../library/locales.ts';
import type { Desk } from '../dashboard/desk.ts';
import { wordsIn } from '../words.ts';
import { ActionReceipt } from './ActionReceipt.tsx';
import { KeepFresh } from './KeepFresh.tsx';
import './Receipts.css';
import { readReceipts } from './readReceipts.ts';

/** The list of publications: failures that wait for somebody first, then the last ones, with what each took. It follows what is on its way. */
export async function ReceiptsView({ payload, user, i18n }: ListViewServerProps) {
  const desk = await deskOf(payload, user, i18n.language);
  const words = wordsIn(desk.language);
  const { failed, recent } = await readReceipts(desk, words.untitled);
  const moving = [...failed, ...recent].some(({ state }) => state === 'waiting' || state === 'pushing');
  const mayPublish = user?.collection === 'staff' && user.role !== 'clinician';
  const list = (actions: typeof recent) => (
    <ul className="receipts__list">
      {actions.map((action) => (
        <ActionReceipt key={action.key} action={action} desk={desk} words={words} mayPublish={mayPublish} />
      ))}
    </ul>
  );
  return (
    <Gutter className="receipts">
      <SetStepNav nav={[{ label: words.receipts.title }]} />
      <h1>{words.receipts.title}</h1>
      <p className="receipts__intro">{words.receipts.intro}</p>
      {failed.length > 0 && (
        <section className="receipts__failed">
          <h2>{words.receipts.failed}</h2>
          {list(failed)}
        </section>
      )}
      <section>
        {failed.length > 0 && <h2>{words.receipts.recent}</h2>}
        {recent.length > 0 ? list(recent) : <p>{words.receipts.none}</p>}
      </section>
      {moving && <KeepFresh everyMs={1_000} />}
    </Gutter>
  );
}

async function deskOf(payload: Desk['payload'], user: Desk['user'] | undefined, language: string): Promise<Desk> {
  const program = (await payload.findGlobal({ slug: 'program', depth: 0, user, overrideAccess: false })) as { zone?: string | null };
  const zone = program.zone ?? 'America/New_York';
  return { payload, user: user ?? null, language: isLocale(language) ? language : 'en', today: Temporal.Now.plainDateISO(zone).toString(), zone };
}
