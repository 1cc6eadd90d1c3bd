'use client';
import { Button } from '@payloadcms/ui';
import { useState } from 'react';
import { wordsIn } from '../words.ts';
import { publishAgain } from './publishAgain.ts';
import './TryAgain.css';

interface Given {
  ids: readonly (number | string)[];
  language: string;
  /** Told once the changes wait again. */
  onSent?: () => void;
}

/** Sends changes that failed on their way once more. */
export const TryAgain = ({ ids, language, onSent }: Given) => {
  const words = wordsIn(language);
  const [state, setState] = useState<{ kind: 'idle' | 'sending' | 'sent' } | { kind: 'refused'; why: string }>({ kind: 'idle' });

  async function send() {
    if (state.kind === 'sending') return;
    setState({ kind: 'sending' });
    const refusal = await publishAgain(ids, words.unreachable);
    setState(refusal === undefined ? { kind: 'sent' } : { kind: 'refused', why: refusal });
    if (refusal === undefined) onSent?.();
  }

  return (
    <div className="try-again">
      {state.kind !== 'sent' && (
        <Button type="button" buttonStyle="secondary" size="small" margin={false} disabled={state.kind === 'sending'} onClick={() => void send()}>
          {words.receipts.again}
        </Button>
      )}
      <span role="status">
        {state.kind === 'sent' && words.publication.waiting}
        {state.kind === 'refused' && <span className="try-again__refused">{state.why}</span>}
      </span>
    </div>
  );
};
