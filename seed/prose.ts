import type { Locale } from '../cms/library/locales.ts';

/** Parts of plain sentences, from which a large library is put together. Each list has the same length in both languages. */
const parts = {
  en: {
    who: [
      'A partner',
      'A parent',
      'Your sister',
      'The counselor',
      'A friend',
      'Your grown child',
      'The group',
      'A neighbor',
      'Your brother',
      'The whole family',
    ],
    does: ['keeps', 'names', 'asks about', 'makes room for', 'plans', 'lets go of', 'remembers', 'talks about', 'writes down', 'waits with'],
    what: [
      'one small limit',
      'a quiet evening',
      'the ride to group',
      'a hard question',
      'the first good week',
      'an old worry',
      'the house rules',
      'a shared meal',
      'the plan for Friday',
      'a night of sleep',
    ],
    when: [
      'before dinner',
      'after a long day',
      'when nobody is angry',
      'in the first weeks',
      'on the way home',
      'after a setback',
      'with the team',
      'once a week',
      'without a speech',
      'when it is calm',
    ],
    why: [
      'because it helps to know what comes next',
      'so that nobody has to guess',
      'and that is enough for today',
      'even when it feels strange',
      'so that help stays help',
    ],
  },
  es: {
    who: ['Una pareja', 'Un padre', 'Su hermana', 'La consejera', 'Un amigo', 'Su hija adulta', 'El grupo', 'Una vecina', 'Su hermano', 'Toda la familia'],
    does: ['mantiene', 'nombra', 'pregunta por', 'da lugar a', 'planea', 'suelta', 'recuerda', 'conversa sobre', 'anota', 'espera con'],
    what: [
      'un límite pequeño',
      'una noche tranquila',
      'el viaje al grupo',
      'una pregunta difícil',
      'la primera semana buena',
      'una preocupación vieja',
      'las reglas de la casa',
      'una comida juntos',
      'el plan del viernes',
      'una noche de sueño',
    ],
    when: [
      'antes de cenar',
      'después de un día largo',
      'cuando nadie está enojado',
      'en las primeras semanas',
      'camino a casa',
      'después de un tropiezo',
      'con el equipo',
      'una vez por semana',
      'sin discursos',
      'cuando hay calma',
    ],
    why: [
      'porque ayuda saber qué sigue',
      'para que nadie tenga que adivinar',
      'y con eso basta por hoy',
      'aunque se sienta raro',
      'para que la ayuda siga siendo ayuda',
    ],
  },
} as const satisfies Record<Locale, Record<string, readonly string[]>>;

/** Whole numbers from 0 up to `below`, the same ones for the same seed (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export type Draw = ReturnType<typeof numbers>;

const pick = (list: readonly string[], draw: Draw) => list[draw(list.length)] ?? '';

export function sentence(locale: Locale, draw: Draw): string {
  const { who, does, what, when, why } = parts[locale];
  return `${pick(who, draw)} ${pick(does, draw)} ${pick(what, draw)} ${pick(when, draw)}, ${pick(why, draw)}.`;
}

/** About `words` words in whole sentences. */
export function prose(locale: Locale, words: number, draw: Draw): string {
  const sentences: string[] = [];
  for (let count = 0; count < words; ) {
    const next = sentence(locale, draw);
    sentences.push(next);
    count += next.split(' ').length;
  }
  return sentences.join(' ');
}

/** A short phrase such as 'A quiet evening, after a long day', the same in both languages for the same draw. */
export function phrase(locale: Locale, draw: Draw): string {
  const { what, when } = parts[locale];
  const text = `${pick(what, draw)}, ${pick(when, draw)}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
