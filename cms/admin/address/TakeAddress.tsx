'use client';
import { Button, useDocumentInfo, useField, useForm, useLocale, useTranslation } from '@payloadcms/ui';
import type { CheckboxFieldClientComponent } from 'payload';
import { wordsIn } from '../words.ts';
import './TakeAddress.css';

/** The question that a publication was refused with: the address above leads to another document. Shown only then, and answered by publishing once more. */
export const TakeAddress: CheckboxFieldClientComponent = ({ path }) => {
  const { errorMessage, showError } = useField<boolean>({ path, validate: onlyAsked });
  const { id, collectionSlug, setHasPublishedDoc, setMostRecentVersionIsAutosaved, setUnpublishedVersionCount } = useDocumentInfo();
  const { code: locale } = useLocale();
  const { i18n } = useTranslation();
  const { submit } = useForm();
  if (!showError || id === undefined) return null;
  const { address: said, languages } = wordsIn(i18n.language);

  // As the form's own button does it.
  async function take() {
    const outcome = await submit({
      action: `/api/${collectionSlug}/${id}?depth=0&locale=${locale}&publishSpecificLocale=${locale}`,
      method: 'PATCH',
      overrides: { _status: 'published', takeAddress: true },
    });
    if (!outcome) return;
    setUnpublishedVersionCount(0);
    setMostRecentVersionIsAutosaved(false);
    setHasPublishedDoc(true);
  }

  return (
    <div className="take-address" role="alert">
      <p>{errorMessage}</p>
      <p>{said.choose}</p>
      <Button type="button" buttonStyle="secondary" margin={false} onClick={() => void take()}>
        {said.take(languages[locale === 'es' ? 'es' : 'en'])}
      </Button>
    </div>
  );
};

/** What the server asked stands until the next save, and stops none. */
const onlyAsked = () => true as const;
