import type { ServerProps } from 'payload';
import { wordsIn } from '../words.ts';

/** The program sends no mail, so that the way back in leads through an administrator. */
export const LostPassword = ({ i18n }: ServerProps) => <p className="alongside-lost-password">{wordsIn(i18n?.language ?? 'en').lostPassword}</p>;
