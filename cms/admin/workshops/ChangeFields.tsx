'use client';
import { useFormFields } from '@payloadcms/ui';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { type Locale, locales } from '../../library/locales.ts';
import { topicsIn } from './SessionField.tsx';
import { type Choice, choicesOf } from './send.ts';
import { wordsFor } from './words.ts';

/** What becomes of a date, as the API takes it; what is left out stays as it is. */
export interface Given {
  onward?: boolean;
  toDay?: string;
  start?: string;
  place?: string;
  facilitators?: string[];
  session?: string;
  materials?: string[];
  reason?: Partial<Record<Locale, string>>;
  note?: Partial<Record<Locale, string>>;
}

interface Props {
  given: Given;
  onGiven: (given: Given) => void;
  language: string;
}

/** Where and when a date moves to, and who and what comes with it. */
export const ChangeFields = ({ given, onGiven, language }: Props) => {
  const words = wordsFor(language);
  const { act } = words;
  const topics = topicsIn(useFormFields(([fields]) => fields));
  const [places, people, materials] = [useChoices('places'), useChoices('people'), useChoices('materials')];
  return (
    <>
      <Labelled label={act.toDay}>
        {(id) => <input id={id} type="date" value={given.toDay ?? ''} onChange={({ target }) => onGiven({ ...given, toDay: target.value || undefined })} />}
      </Labelled>
      <Labelled label={act.start}>
        {(id) => <input id={id} type="time" value={given.start ?? ''} onChange={({ target }) => onGiven({ ...given, start: target.value || undefined })} />}
      </Labelled>
      <Choose label={act.place} none={act.asItIs} choices={places} value={given.place} onChosen={(place) => onGiven({ ...given, place })} />
      <Choose
        label={act.facilitator}
        none={act.asItIs}
        choices={people}
        value={given.facilitators?.[0]}
        onChosen={(person) => onGiven({ ...given, facilitators: person === undefined ? undefined : [person] })}
      />
      <Choose
        label={act.topic}
        none={act.asItIs}
        choices={topics.map(({ key, title }, index) => ({ id: key, name: title || words.topic.nth(index + 1) }))}
        value={given.session}
        onChosen={(session) => onGiven({ ...given, session })}
      />
      {!given.onward && (
        <Choose
          label={act.material}
          none={act.asItIs}
          choices={materials}
          value={given.materials?.[0]}
          onChosen={(material) => onGiven({ ...given, materials: material === undefined ? undefined : [material] })}
        />
      )}
    </>
  );
};

/** A line that families read, in each language. */
export const Lines = ({ name, given, onGiven, language }: Props & { name: 'reason' | 'note' }) => {
  const { act } = wordsFor(language);
  return locales.map((locale) => (
    <Labelled key={locale} label={act[name][locale]}>
      {(id) => (
        <input
          id={id}
          type="text"
          maxLength={200}
          lang={locale}
          value={given[name]?.[locale] ?? ''}
          onChange={({ target }) => onGiven({ ...given, [name]: { ...given[name], [locale]: target.value } })}
        />
      )}
    </Labelled>
  ));
};

export const Labelled = ({ label, children }: { label: string; children: (id: string) => ReactNode }) => {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
};

interface ChooseProps {
  label: string;
  none: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChosen: (id: string | undefined) => void;
}

/** One of several, or none; nothing at all where there is nothing to choose from. */
export const Choose = ({ label, none, choices, value, onChosen }: ChooseProps) =>
  choices.length === 0 ? null : (
    <Labelled label={label}>
      {(id) => (
        <select id={id} value={value ?? ''} onChange={({ target }) => onChosen(target.value || undefined)}>
          <option value="">{none}</option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );

export function useChoices(collection: Parameters<typeof choicesOf>[0]): readonly Choice[] {
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  useEffect(() => {
    choicesOf(collection).then(setChoices, console.error);
  }, [collection]);
  return choices;
}
