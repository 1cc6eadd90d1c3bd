/** One thing that was looked at: fine, to be put right before families rely on it, or broken. */
export interface Finding {
  state: 'fine' | 'before launch' | 'broken';
  what: string;
  /** What was found and, where it is not fine, what to do. */
  says: string;
}

export const fine = (what: string, says: string): Finding => ({ state: 'fine', what, says });
export const beforeLaunch = (what: string, says: string): Finding => ({ state: 'before launch', what, says });
export const broken = (what: string, says: string): Finding => ({ state: 'broken', what, says });
