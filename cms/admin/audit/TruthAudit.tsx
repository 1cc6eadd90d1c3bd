import type { Locale } from '../../library/locales.ts';
import { auditState } from '../../publishing/audit/kept.ts';
import { type AuditReport, checkedIn, disagreementsIn } from '../../publishing/audit/report.ts';
import type { Desk } from '../dashboard/desk.ts';
import { writtenInstant } from '../dates.ts';
import { CheckEverything } from './CheckEverything.tsx';
import './TruthAudit.css';
import { auditWords } from './words.ts';

/** What the last comparison of everything with everything found, as soon as it has ended, and for admins a button that asks for another. */
export async function TruthAudit({ desk: { payload, language, zone }, mayAsk }: { desk: Desk; mayAsk: boolean }) {
  const words = auditWords(language);
  const { last, askedAt } = await auditState(payload);
  return (
    <section className="desk__section truth-audit">
      <h2>{words.title}</h2>
      <p>{last ? summaryOf(last, language, zone) : words.never}</p>
      {last && last.lines.length > 0 && (
        <details open={last.open > 0}>
          <summary>{words.more}</summary>
          <ul>
            {/* What is left to do comes first. */}
            {[...last.lines]
              .sort((a, b) => Number(a.mended) - Number(b.mended))
              .map(({ says, mended }) => (
                <li key={says.en} className={mended ? undefined : 'truth-audit__open'}>
                  {says[language]}
                </li>
              ))}
            {last.more > 0 && <li>{words.others(last.more)}</li>}
          </ul>
        </details>
      )}
      <CheckEverything language={language} mayAsk={mayAsk} isUnderWay={askedAt !== undefined} endedAt={last?.endedAt ?? null} />
    </section>
  );
}

function summaryOf(report: AuditReport, language: Locale, zone: string): string {
  const words = auditWords(language);
  const when = writtenInstant(language, report.endedAt, zone);
  const count = disagreementsIn(report);
  if (report.failed) return words.failed(when, report.failed);
  if (report.open > 0) return words.open(when, count, report.open);
  return count > 0 ? words.mended(when, count) : words.sound(when, checkedIn(report).toLocaleString(language));
}
