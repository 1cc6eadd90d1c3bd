'use client';
import { Button } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { wordsIn } from '../words.ts';
import { auditWords } from './words.ts';

/** How often the end of an audit is looked for, in ms: of one that is under way, and of one that somebody else or the night began. */
const lookEvery = { underWay: 2_000, idle: 20_000 } as const;

interface Given {
  language: string;
  mayAsk: boolean;
  isUnderWay: boolean;
  /** When the audit ended whose result is on the screen. */
  endedAt: string | null;
}

/** Asks the publisher to compare everything, and shows a new result when there is one, whoever asked for it. */
export const CheckEverything = ({ language, mayAsk, isUnderWay, endedAt }: Given) => {
  const words = auditWords(language);
  const router = useRouter();
  const [state, setState] = useState<'idle' | 'under way' | 'unreachable'>(isUnderWay ? 'under way' : 'idle');

  useEffect(() => {
    const clock = setInterval(
      async () => {
        const now = await standing().catch(() => undefined);
        if (!now) return;
        setState(now.isUnderWay ? 'under way' : 'idle');
        if (now.endedAt !== endedAt) router.refresh();
      },
      state === 'under way' ? lookEvery.underWay : lookEvery.idle,
    );
    return () => clearInterval(clock);
  }, [state, endedAt, router]);

  async function ask() {
    setState((await asked().catch(() => false)) ? 'under way' : 'unreachable');
  }

  return (
    <>
      {mayAsk && state !== 'under way' && (
        <Button type="button" buttonStyle="secondary" size="small" margin={false} onClick={() => void ask()}>
          {words.check}
        </Button>
      )}
      <p role="status">
        {state === 'under way' && words.underWay}
        {state === 'unreachable' && wordsIn(language).unreachable}
      </p>
    </>
  );
};

async function asked(): Promise<boolean> {
  return (await fetch('/api/audit', { method: 'POST', credentials: 'same-origin' })).ok;
}

/** Nothing where the admin does not answer: the next look may find more. */
async function standing(): Promise<{ isUnderWay: boolean; endedAt: string | null } | undefined> {
  const response = await fetch('/api/audit', { credentials: 'same-origin' });
  return response.ok ? ((await response.json()) as { isUnderWay: boolean; endedAt: string | null }) : undefined;
}
