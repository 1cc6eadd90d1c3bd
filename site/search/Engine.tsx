import { useEffect, useState } from 'react';
import type { SearchStrings } from './strings.ts';

interface Props {
  strings: SearchStrings;
  asYouType: boolean;
  onDevice: boolean;
  onChange: (onDevice: boolean) => void;
}

/** Says where the words of a search go, and lets the reader keep them on this device. Shown where the program uses a search service. */
export function Engine({ strings, asYouType, onDevice, onChange }: Props) {
  // A button that does nothing yet is not shown: the page arrives before the script does.
  const [awake, wake] = useState(false);
  useEffect(() => wake(true), []);
  const words = onDevice ? strings.onDevice : asYouType ? strings.toAlgoliaAsYouType : strings.toAlgolia;
  return (
    <p className="search-note">
      {words}{' '}
      {awake && (
        <button type="button" className="search-key" onClick={() => onChange(!onDevice)}>
          {onDevice ? strings.useAlgolia : strings.useDevice}
        </button>
      )}
    </p>
  );
}
