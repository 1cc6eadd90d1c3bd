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
    'afraid of my',
    'scared of my',
    'not safe at home',
    'unsafe at home',
    'me pega',
    'me pego',
    'me golpe*',
    'me ahorc*',
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
    'molest*',
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
    'se comio las pastillas',
    'se tomo el cloro',
    'bebio cloro',
    'tomo cloro',
  ],
};

/** The order in which seconds count. */
const order = ['overdose', 'suicide', 'violence', 'child', 'poison'] as const;

const wordsBetween = 2;

/** Which danger a question speaks of, if any. Decided here, on the device, before anything is sent or searched. */
export function crisisIn(question: string): CrisisKind | undefined {
  const words = plainWords(question);
  return order.find((kind) => phrases[kind].some((phrase) => speaksOf(words, phrase.split(' '))));
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

function speaksOf(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, start) => {
    let at = start;
    return phrase.every((part, index) => {
      const until = index === 0 ? start : at + wordsBetween;
      for (let next = at; next <= until && next < words.length; next += 1) {
        if (!matches(words[next] ?? '', part)) continue;
        at = next + 1;
        return true;
      }
      return false;
    });
  });
}

/** A word, or one letter typed wrong in a long one. */
function matches(word: string, part: string): boolean {
  if (part.endsWith('*')) return word.startsWith(part.slice(0, -1)) || (part.length > 6 && isOneEditFrom(word.slice(0, part.length - 1), part.slice(0, -1)));
  return word === part || (part.length >= 7 && isOneEditFrom(word, part));
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
