'use client';
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui';
import type { TextFieldClientComponent, TextFieldClientProps } from 'payload';

/** A calendar day, chosen with the browser's own picker and kept as YYYY-MM-DD. */
export const DayField: TextFieldClientComponent = (props) => <NativeInput {...props} type="date" />;

/** An input of the browser's own kind, with Payload's label, help and error. */
export const NativeInput = ({ field, path, readOnly, type }: TextFieldClientProps & { type: 'date' | 'time' }) => {
  const { value, setValue, showError, disabled } = useField<string>({ path });
  const id = `field-${path.replaceAll('.', '__')}`;
  return (
    <div className={['field-type', 'text', showError && 'error'].filter(Boolean).join(' ')}>
      <FieldLabel htmlFor={id} label={field.label} required={field.required} path={path} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          id={id}
          type={type}
          value={value ?? ''}
          disabled={Boolean(readOnly || field.admin?.readOnly || disabled)}
          onChange={(event) => setValue(event.target.value)}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  );
};
