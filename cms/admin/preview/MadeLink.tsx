'use client';
import { Button } from '@payloadcms/ui';
import { useId, useRef, useState } from 'react';
import type { PreviewWords } from './words.ts';

/** The one time that a link is shown. Where the browser lets nobody copy, it stands selected. */
export const MadeLink = ({ url, words }: { url: string; words: PreviewWords['links'] }) => {
  const [copied, setCopied] = useState(false);
  const address = useRef<HTMLInputElement>(null);
  const name = useId();

  async function copy() {
    address.current?.select();
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch (error) {
      console.error(error);
    }
  }

  return (
    <>
      <label htmlFor={name}>{words.address}</label>
      <input id={name} ref={address} type="text" readOnly value={url} onFocus={(event) => event.target.select()} />
      <Button type="button" buttonStyle="primary" margin={false} onClick={() => void copy()}>
        {words.copy}
      </Button>
      <div role="status">{copied && <p>{words.copied}</p>}</div>
    </>
  );
};
