import type { ServerProps } from 'payload';
import { Mark } from './Mark.tsx';

/** The mark and the name, on the pages before and after a session. */
export const Logo = ({ i18n }: ServerProps) => (
  <span className="alongside-logo">
    <Mark size="2.5rem" />
    {i18n?.language === 'es' ? 'A su lado' : 'Alongside'}
  </span>
);
