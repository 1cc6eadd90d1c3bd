import type { CrisisKind } from '../../cms/library/types.ts';

/**
 * Words of somebody who may be in danger now, as people type them in English and Spanish: without accents, apostrophes or capitals. `*` stands for any
 * ending; `he` for whoever is meant; words in order, with up to two others between them. Reviewed by hand: each change has its line in the test of misses
 * or of false alarms.
 */
const phrases: Record<Exclude<CrisisKind, 'substance-help'>, readonly string[]> = {
  overdose: [
    'overdos*',
    'overdoz*',
    'oding',
    'oded',
    'od on',
    'od',
    'seizure*',
    'siezure*',
    'convulsion*',
    'esta convulsionando',
    'whole bottle of pills',
    'bottle of pills',
    'sobre dosis',
    'no esta respirando',
    'wont wke',
    'sobredos*',
    'not breathing',
    'isnt breathing',
    'cant breathe',
    'stopped breathing',
    'barely breathing',
    'no respira',
    'dejo de respirar',
    'casi no respira',
    'no puede respirar',
    'wont wake',
    'cant wake',
    'not waking',
    'wont respond',
    'not responding',
    'unresponsive',
    'unconscious',
    'passed out',
    'no despierta',
    'no se despierta',
    'no responde',
    'no reacciona',
    'inconsciente',
    'se desmayo',
    'lips blue',
    'blue lips',
    'turning blue',
    'turned blue',
    'labios azul*',
    'labios morad*',
    'se puso azul',
    'se puso morad*',
    'se esta poniendo morad*',
    'took too many',
    'took too much',
    'tomo demasiad*',
    'se paso de dosis',
  ],
  suicide: [
    'suicid*',
    'suiside',
    'sucide',
    'suacide',
    'kill myself',
    'kill himself',
    'kill herself',
    'kill themself',
    'kill themselves',
    'killing myself',
    'killing himself',
    'killing herself',
    'killed himself',
    'killed herself',
    'kill him self',
    'kill her self',
    'hang himself',
    'hang herself',
    'hang myself',
    'ending it',
    'live anymore',
    'be here anymore',
    'be alive',
    'kiere morir*',
    'kiero morir*',
    'kiere matar',
    'quiere seguir viviendo',
    'quiero seguir viviendo',
    'ahorcarse',
    'ahorcarme',
    'want to die',
    'wants to die',
    'wanna die',
    'wanted to die',
    'better off dead',
    'end my life',
    'end his life',
    'end her life',
    'end their life',
    'end it all',
    'take my life',
    'take his life',
    'take her life',
    'own life',
    'self harm*',
    'selfharm*',
    'hurt myself',
    'hurt himself',
    'hurt herself',
    'hurting himself',
    'hurting herself',
    'cutting himself',
    'cutting herself',
    'cutting myself',
    'cuts herself',
    'cuts himself',
    'matarse',
    'matarme',
    'se quiere matar',
    'me quiero matar',
    'quitarse la vida',
    'quitarme la vida',
    'quiere morir*',
    'quiero morir*',
    'no quiere vivir',
    'no quiero vivir',
    'hacerse dano',
    'hacerme dano',
    'se corta los',
    'se esta cortando',
  ],
  violence: [
    'hits me',
    'hit me',
    'hitting me',
    'beats me',
    'beat me',
    'beating me',
    'punched me',
    'slapped me',
    'choked me',
    'chokes me',
    'choking me',
    'strangl*',
    'pushed me',
    'shoved me',
    'hurts me',
    'hurt me',
    'threatens me',
    'threatened me',
    'threatening me',
    'threatened to kill',
    'kill me',
    'has a gun',
    'with a knife',
    'domestic violence',
    'abuses me',
    'abusive',
    'rape*',
    'forced me',
    'afraid of him',
    'afraid of her',
    'scared of him',
    'scared of her',
    'he is violent',
    'hes violent',
    'she is violent',
    'shes violent',
    'violent with me',
    'violent at home',
    'afraid of my',
    'scared of my',
    'not safe at home',
    'unsafe at home',
    'me pega',
    'me pego',
    'me golpe*',
    'me ahorc*',
    'me hahorc*',
    'miedo mi esposo',
    'miedo mi marido',
    'miedo mi pareja',
    'miedo mi novio',
    'me empuj*',
    'me amenaz*',
    'me lastim*',
    'me maltrat*',
    'matarme el',
    'me va a matar',
    'me quiere matar',
    'violencia domestica',
    'violencia en casa',
    'violencia familiar',
    'tiene una pistola',
    'tiene un arma',
    'con un cuchillo',
    'me viol*',
    'me forz*',
    'miedo de el',
    'miedo de ella',
    'miedo de mi',
    'le tengo miedo',
    'miedo en casa',
  ],
  child: [
    'child abuse',
    'abusing the kids',
    'abuses the kids',
    'hits the kids',
    'hit the kids',
    'hits my kid*',
    'hit my kid*',
    'hits my son',
    'hits my daughter',
    'hurting the kids',
    'hurts the kids',
    'hurting my child*',
    'molested',
    'molesting',
    'touched my daughter',
    'touched my son',
    'touches my daughter',
    'touches my son',
    'neglect*',
    'abuso infantil',
    'maltrato infantil',
    'pega a los ninos',
    'pega al nino',
    'pega a la nina',
    'pega a mi hij*',
    'golpea a los ninos',
    'golpea a mi hij*',
    'lastima a los ninos',
    'abus* de mi hij*',
    'toca a mi hij*',
  ],
  poison: [
    'poison*',
    'swallowed',
    'kid ate',
    'baby ate',
    'child ate',
    'toddler ate',
    'kid drank',
    'baby drank',
    'child drank',
    'got into the pills',
    'ate the pills',
    'ate a gummy',
    'ate an edible',
    'veneno',
    'envenen*',
    'intoxicad*',
    'se trago',
    'trago una',
    'trago un',
    'se comio una pastilla*',
    'se comio una gomita',
    'se comio las pastillas',
    'se tomo el cloro',
    'bebio cloro',
    'tomo cloro',
  ],
};

/** What says no such thing although it has such words: they are passed over. */
const harmless = [
  'too much time',
  'too many days',
  'demasiado tiempo',
  'demasiados dias',
  'passed out flyers',
  'passed out papers',
  'swallowed his pride',
  'swallowed her pride',
  'swallowed my pride',
  'neglected chores',
  'neglecting chores',
  'neglect myself',
  'neglecting myself',
  'responding to texts',
  'responding to my texts',
  'responding to calls',
  'responde mensajes',
  'responde el telefono',
  'responde mis mensajes',
  'poisonous relationship',
  'abusive language',
  'hurt me emotionally',
  'hurt my feelings',
  'overdose support',
  'overdose awareness',
  'afraid relaps*',
  'afraid my relaps*',
  'scared my relaps*',
  'live here anymore',
  'live with me anymore',
  'live with us anymore',
  'live at home anymore',
  'scared relaps*',
  'afraid of my own anger',
  'scared of my own',
  'afraid of my reaction',
  'scared of my reaction',
];

/** The order in which seconds count. */
const order = ['overdose', 'suicide', 'violence', 'child', 'poison'] as const;

const wordsBetween = 2;

/** Which danger a question speaks of, if any. Decided here, on the device, before anything is sent or searched. */
export function crisisIn(question: string): CrisisKind | undefined {
  const words = harmless.reduce<readonly string[]>((left, phrase) => {
    const places = placesOf(left, phrase.split(' '));
    // What stood around them stays apart, as it was.
    return places ? left.map((word, place) => (places.includes(place) ? '' : word)) : left;
  }, plainWords(question));
  return order.find((kind) => phrases[kind].some((phrase) => placesOf(words, phrase.split(' ')) !== undefined));
}

function plainWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 200);
}

/** Where the parts of a phrase stand, in their order; nothing where one is missing. */
function placesOf(words: readonly string[], phrase: readonly string[]): number[] | undefined {
  for (let start = 0; start < words.length; start += 1) {
    const places: number[] = [];
    for (const part of phrase) {
      const last = places.at(-1);
      const [from, until] = last === undefined ? [start, start] : [last + 1, last + 1 + wordsBetween];
      const place = words.findIndex((word, at) => at >= from && at <= until && matches(word, part));
      if (place < 0) break;
      places.push(place);
    }
    if (places.length === phrase.length) return places;
  }
  return undefined;
}

/** A word, or one letter typed wrong in a long one. */
function matches(word: string, part: string): boolean {
  if (!part.endsWith('*')) return word === part || (part.length >= 7 && isOneEditFrom(word, part));
  const stem = part.slice(0, -1);
  if (word.startsWith(stem)) return true;
  // A letter too few or too many moves where the ending begins.
  return stem.length >= 6 && [-1, 0, 1].some((more) => isOneEditFrom(word.slice(0, stem.length + more), stem));
}

/** One letter more, fewer, other, or two swapped. */
function isOneEditFrom(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
