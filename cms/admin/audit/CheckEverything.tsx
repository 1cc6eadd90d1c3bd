'use client';
import { Button } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { wordsIn } from '../words.ts';
import { auditWords } from './words.ts';

/** How often the end of an audit is looked for, in ms. */
const lookEvery = 2_000;

/** Asks the publisher to compare everything, and shows the new result when it has. */
export const CheckEverything = ({ language, isUnderWay }: { language: string; isUnderWay: boolean }) => {
  const words = auditWords(language);
  const router = useRouter();
  const [state, setState] = useState<'idle' | 'under way' | 'unreachable'>(isUnderWay ? 'under way' : 'idle');

  useEffect(() => {
    if (state !== 'under way') return;
    const clock = setInterval(async () => {
      const isOver = await ended().catch(() => false);
      if (!isOver) return;
      setState('idle');
      router.refresh();
    }, lookEvery);
    return () => clearInterval(clock);
  }, [state, router]);

  async function ask() {
    setState((await asked().catch(() => false)) ? 'under way' : 'unreachable');
  }

  return (
    <>
      {state !== 'under way' && (
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

async function ended(): Promise<boolean> {
  const response = await fetch('/api/audit', { credentials: 'same-origin' });
  return response.ok && !((await response.json()) as { isUnderWay: boolean }).isUnderWay;
}
