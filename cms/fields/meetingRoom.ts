/** Where online meetings are held, by what in their addresses names one room. A page that only tells of the service is not a room. */
const rooms = [
  /\bzoom(?:gov)?\.(?:us|com)\/(?:j|my|w|wc|s)\/\S/i,
  /\bmeet\.google\.com\/(?:lookup\/\S|[a-z]{3,4}-[a-z]{3,4}-[a-z]{3,4}\b)/i,
  /\bg\.co\/meet\/\S/i,
  /\bteams\.(?:microsoft|live)\.com\/(?:l\/meetup-join|meet)\/\S/i,
  /\bwebex\.com\/(?:\S*\/)?(?:meet|join|j\.php|m|wbxmjs)\b\S*[/?]\S/i,
  /\bwebex\.com\/(?:meet|join)\/\S/i,
  /\b(?:whereby|doxy)\.(?:com|me)\/(?!(?:information|blog|en|about|pricing|user|signup|legal)\b)[\w-]{2,}/i,
  /\b(?:meet\.jit\.si|8x8\.vc|discord\.gg|app\.chime\.aws\/meetings)\/\S/i,
  /\b(?:gotomeet\.me|meet\.goto\.com|global\.gotomeeting\.com\/join|bluejeans\.com(?:\/meet)?)\/\d?\S*\d/i,
  /\b(?:join\.skype\.com|facetime\.apple\.com\/join)\S*[/#]\S/i,
  /\bmsteams:\/\/\S|\bzoommtg:\/\/\S/i,
  // The number of a room, as invitations write it.
  /\b(?:meeting|webinar|room)\s*(?:id|number|no\.?)\W{0,3}\d[\d \-.]{7,}/i,
  /\b(?:id|n[uú]mero)\s+de\s+(?:la\s+)?(?:reuni[oó]n|sala|videollamada)\W{0,3}\d[\d \-.]{7,}/i,
];

/** Whether a text gives away a meeting room. What was public once stays in calendars and caches: it cannot be called back. */
export const namesMeetingRoom = (text: string): boolean => rooms.some((room) => room.test(text));
