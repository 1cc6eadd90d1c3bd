'use client';
import { useDocumentInfo, useLocale, useTranslation } from '@payloadcms/ui';
import { useState } from 'react';
import type { Locale } from '../../library/locales.ts';
import '../standing/StandingPanel.css';
import { LinkForm } from './LinkForm.tsx';
import { LinkList } from './LinkList.tsx';
import './LinksPanel.css';
import { useLinks } from './useLinks.ts';
import { previewWordsIn } from './words.ts';

/** Beside a document: sending its draft to someone without an account, and taking that back. */
export const LinksPanel = () => {
  const { id, collectionSlug } = useDocumentInfo();
  const { code } = useLocale();
  const { i18n } = useTranslation();
  const [again, setAgain] = useState(0);
  const known = useLinks(collectionSlug, id, again);
  if (id === undefined || !collectionSlug || !known) return null;
  const { links, maySend } = known;
  if (!maySend && links.length === 0) return null;
  const locale: Locale = code === 'es' ? 'es' : 'en';
  const renew = () => setAgain(again + 1);
  return (
    <div className="standing">
      <section className="standing__part" aria-labelledby="preview-links">
        <h3 id="preview-links">{previewWordsIn(i18n.language).links.title}</h3>
        {maySend && <LinkForm key={`${id}${locale}`} document={{ collection: collectionSlug, id, locale }} language={i18n.language} onMade={renew} />}
        {links.length > 0 && <LinkList links={links} maySend={maySend} language={i18n.language} onRevoked={renew} />}
      </section>
    </div>
  );
};
