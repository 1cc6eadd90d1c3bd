import { writtenDuration, writtenTime } from '../dates.ts';
import type { Words } from '../words.ts';
import type { Receipt } from './receipt.ts';

interface Given {
  receipt: Receipt;
  words: Words;
  language: string;
  zone?: string | undefined;
  title?: string | undefined;
}

/** The stations of a change on its way to families, each with the time that it took since the save. */
export const Course = ({ receipt: { savedAt, printed, live, indexed, pages, state }, words: { receipts: said }, language, zone, title }: Given) => {
  const places: Readonly<Record<string, string>> = said.liveIn;
  const stations: [name: string, after: number | undefined][] = [
    [said.printed, printed],
    ...live.map(({ target, after }): [string, number | undefined] => [places[target] ?? target, after]),
    [said.indexed, indexed],
  ];
  return (
    <div className="course">
      {title && <strong>{title}</strong>}
      <dl>
        <div>
          <dt>{said.saved}</dt>
          <dd>{writtenTime(language, savedAt, zone)}</dd>
        </div>
        {stations.map(([name, after]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{after !== undefined ? said.after(writtenDuration(language, after)) : state === 'failed' ? '–' : said.notYet}</dd>
          </div>
        ))}
        {pages !== undefined && (
          <div>
            <dt>{said.pages}</dt>
            <dd>{pages}</dd>
          </div>
        )}
      </dl>
    </div>
  );
};
