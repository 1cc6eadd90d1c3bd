'use client';
import { Button, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui';
import { type KeyboardEvent, useState } from 'react';
import { wordsIn } from '../words.ts';
import { ChangeFields, type Given, Lines } from './ChangeFields.tsx';
import { Done } from './Done.tsx';
import type { FormDate } from './scheduleInForm.ts';
import { askWorkshops } from './send.ts';
import { wordsFor } from './words.ts';

const soon = 48 * 3600 * 1000;

type State = { is: 'closed' } | { is: 'cancel' | 'change'; problem?: string } | { is: 'sending' } | { is: 'done'; isSoon: boolean };

/** What can be done with one date, or from it on: open, then do it. Families see it at once; a draft in the form stays one. */
export const DateActions = ({ date }: { date: FormDate }) => {
  const { id, hasPublishedDoc, hasSavePermission } = useDocumentInfo();
  const isModified = useFormModified();
  const { i18n } = useTranslation();
  const words = wordsFor(i18n.language).act;
  const [state, setState] = useState<State>({ is: 'closed' });
  const [given, setGiven] = useState<Given>({});
  if (id === undefined || !hasPublishedDoc || !hasSavePermission) return null;
  if (state.is === 'done') return <Done isSoon={state.isSoon} language={i18n.language} />;

  const send = async (action: 'cancel' | 'change' | 'undo') => {
    setState({ is: 'sending' });
    const sent =
      action === 'undo' ? { action } : action === 'cancel' ? { ...given, action } : { ...given, action: given.toDay || given.start ? 'move' : action };
    const answered = await askWorkshops(`/${id}/dates`, { day: date.key, ...sent }, wordsIn(i18n.language));
    const isSoon = action === 'cancel' && Date.parse(date.start) - Date.now() < soon;
    if ('answer' in answered) setState({ is: 'done', isSoon });
    else setState({ is: action === 'undo' ? 'change' : action, problem: answered.problem });
  };
  const toggle = (is: 'cancel' | 'change') => {
    setGiven({});
    setState(state.is === is ? { is: 'closed' } : { is });
  };
  // It stands inside the document's own form: Enter would publish that one.
  const onEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
  };
  const isOpen = state.is === 'cancel' || state.is === 'change';
  const openButton = (is: 'cancel' | 'change') => (
    <Button buttonStyle="secondary" size="small" margin={false} extraButtonProps={{ 'aria-expanded': state.is === is }} onClick={() => toggle(is)}>
      {words[is]}
    </Button>
  );
  return (
    <div className="dates__actions">
      {!date.cancelled && openButton('cancel')}
      {!date.cancelled && openButton('change')}
      {date.exception && (
        <Button buttonStyle="secondary" size="small" margin={false} disabled={isModified || state.is === 'sending'} onClick={() => void send('undo')}>
          {words.undo}
        </Button>
      )}
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields inside.
        <div className="dates__form" onKeyDown={onEnter}>
          {state.is === 'change' && <ChangeFields given={given} onGiven={setGiven} language={i18n.language} />}
          <Lines name={state.is === 'cancel' ? 'reason' : 'note'} given={given} onGiven={setGiven} language={i18n.language} />
          <label className="dates__tick">
            <input type="checkbox" checked={given.onward ?? false} onChange={(event) => setGiven({ ...given, onward: event.target.checked })} />
            {words.onward}
          </label>
          {isModified && <p>{words.saveFirst}</p>}
          <Button size="small" margin={false} disabled={isModified} onClick={() => void send(state.is)}>
            {state.is === 'cancel' ? words.cancelThis : words.changeThis}
          </Button>
        </div>
      )}
      {state.is === 'sending' && <p role="status">{words.working}</p>}
      {isOpen && state.problem && (
        <p role="alert" className="dates__warning">
          {state.problem}
        </p>
      )}
    </div>
  );
};
