/** For how many days a link for a reviewer can work, and for how many it does unless somebody chooses. */
export const lasts = [1, 7, 30] as const;
export type Lasts = (typeof lasts)[number];
export const usuallyLasts: Lasts = 7;
