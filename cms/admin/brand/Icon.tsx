import { Mark } from './Mark.tsx';

/** The mark alone, where the admin has room for no more. */
export const Icon = () => <Mark size="100%" />;
