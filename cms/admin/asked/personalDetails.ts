/** What in a family's words could tell who they are. */
export type PersonalDetail = 'email' | 'phone' | 'name';

const email = /[\w.+-]+@[\w-]+\.\w{2,}/;

/** Ten digits as they are written here and in Mexico. Numbers that anybody may call free of charge are no one's own. */
const phone =
  /(?<![\d-])(?:\+?1[\s.-]?)?(?:\((?!8\d\d\))[2-9]\d{2}\)\s?|(?!8(?:00|33|44|55|66|77|88))[2-9]\d{2}[\s.-]?)\d{3}[\s.-]?\d{4}(?!\d)|(?<!\d)\d{2}[\s.-]\d{4}[\s.-]\d{4}(?!\d)/;

const kin = [
  'husband|wife|spouse|partner|boyfriend|girlfriend|fianc[eé]e?|ex|son|daughter|stepson|stepdaughter|brother|sister|mother|father|mom|mum|dad',
  'cousin|uncle|aunt|nephew|niece|grandson|granddaughter|grandmother|grandfather|grandma|grandpa|friend',
  'esposo|esposa|marido|mujer|pareja|novio|novia|hijo|hija|hijastro|hijastra|hermano|hermana|madre|padre|mam[aá]|pap[aá]|primo|prima|t[ií]o|t[ií]a',
  'sobrino|sobrina|nieto|nieta|abuelo|abuela|suegro|suegra|yerno|nuera|cuñado|cuñada|amigo|amiga',
].join('|');
const whose = '[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Mm]i|[Ss]u|[Nn]uestr[oa]';
const capitalised = '\\p{Lu}\\p{Ll}+';
const afterKin = new RegExp(
  `(?<!\\p{L})(?:${whose})[ \\t]+(?:${kin})(?:,?[ \\t]+|[ \\t]+(?:se llama|llamad[oa]|is named|named|is called)[ \\t]+)(${capitalised})`,
  'gu',
);
const asName = new RegExp(`(?<!\\p{L})(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir)[ \\t]+name[ \\t]+is[ \\t]+(${capitalised})`, 'gu');

/** Words that are written with a capital letter and name nobody. */
const notAName = new Set(
  [
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
    'christmas thanksgiving easter english spanish american mexican medicaid medicare narcan suboxone vivitrol naloxone naltrexone methadone sublocade',
    'antabuse adderall xanax ativan oxycontin percocet fentanyl tylenol alcoholics narcotics anon facebook instagram god',
    'navidad dios ingles español inglés metadona naloxona fentanilo',
  ]
    .join(' ')
    .split(' '),
);

/**
 * What in these words could tell who a family is, where that is sure: an address, a telephone number, a name after 'my husband'. It only lets a person
 * look once more, and so rather says nothing than something false.
 */
export function personalDetails(words: string): PersonalDetail[] {
  return [
    ...(email.test(words) ? (['email'] as const) : []),
    ...(phone.test(words) ? (['phone'] as const) : []),
    ...(hasName(words) ? (['name'] as const) : []),
  ];
}

function hasName(words: string): boolean {
  if (isAllCapitalised(words)) return false;
  return [afterKin, asName].some((pattern) => [...words.matchAll(pattern)].some(([, found = '']) => !notAName.has(found.toLowerCase())));
}

/** 'How Do I Help My Son Stop': capital letters that say nothing. */
function isAllCapitalised(words: string): boolean {
  const all = words.match(/\p{L}{2,}/gu) ?? [];
  return all.length > 3 && all.filter((word) => /^\p{Lu}/u.test(word)).length > all.length / 2;
}
