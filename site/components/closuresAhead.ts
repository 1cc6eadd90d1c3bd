/** For how many days ahead closures show where other things matter more: long enough for a page that is read weeks after it was printed. */
export const closuresAhead = 45;
