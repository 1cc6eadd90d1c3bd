'use client';
import { FieldDescription, FieldError, FieldLabel, useField, useFormFields, useTranslation } from '@payloadcms/ui';
import type { FormState, TextFieldClientComponent } from 'payload';
import { wordsFor } from './words.ts';

/** One of the topics that this form lists, kept by its key. */
export const SessionField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError, disabled } = useField<string>({ path });
  const { i18n } = useTranslation();
  const words = wordsFor(i18n.language).topic;
  const topics = topicsIn(useFormFields(([fields]) => fields));
  const id = `field-${path.replaceAll('.', '__')}`;
  const isLost = Boolean(value) && !topics.some(({ key }) => key === value);
  if (topics.length === 0 && !isLost) return null;
  return (
    <div className={['field-type', 'select-native', showError && 'error'].filter(Boolean).join(' ')}>
      <FieldLabel htmlFor={id} label={field.label} path={path} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <select id={id} value={value ?? ''} disabled={Boolean(readOnly || disabled)} onChange={(event) => setValue(event.target.value || null)}>
          <option value="">{words.inTurn}</option>
          {topics.map(({ key, title }, index) => (
            <option key={key} value={key}>
              {title || words.nth(index + 1)}
            </option>
          ))}
          {isLost && <option value={value}>{words.gone}</option>}
        </select>
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  );
};

/** The topics in the form as it stands, in the language of the document that is open. */
export function topicsIn(fields: FormState): { key: string; title: string }[] {
  return (fields.sessions?.rows ?? [])
    .map((_, index) => ({ key: String(fields[`sessions.${index}.key`]?.value ?? ''), title: String(fields[`sessions.${index}.title`]?.value ?? '') }))
    .filter(({ key }) => key);
}
