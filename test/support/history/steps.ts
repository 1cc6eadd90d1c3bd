import fc from 'fast-check';

/** One thing that happens. Numbers choose among what there is at that moment, so that any sequence of steps means something, and so does any part of it. */
export type Step =
  | { do: 'edit' | 'create' | 'break' | 'mend' | 'trash' | 'restore' | 'delete'; which: number; how: number }
  | { do: 'slug' | 'takeFormerSlug' | 'swap' | 'publish' | 'unpublish'; which: number; how: number; locale: 'en' | 'es' }
  | { do: 'beside'; which: number; how: number }
  | { do: 'time'; hours: number }
  | { do: 'begin' | 'printSome' | 'settle' }
  | { do: 'crash'; after: number };

const number = fc.nat(999);
const locale = fc.constantFrom('en' as const, 'es' as const);
const onDocument = (weight: number, ...steps: ('edit' | 'create' | 'break' | 'mend' | 'trash' | 'restore' | 'delete')[]) => ({
  weight,
  arbitrary: fc.record({ do: fc.constantFrom(...steps), which: number, how: number }),
});
const onLanguage = (weight: number, ...steps: ('slug' | 'takeFormerSlug' | 'swap' | 'publish' | 'unpublish')[]) => ({
  weight,
  arbitrary: fc.record({ do: fc.constantFrom(...steps), which: number, how: number, locale }),
});

/** What staff do, and time, and a publisher that prints, is killed and starts again between any two of them or in the middle of printing. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  onDocument(8, 'edit'),
  onDocument(2, 'create'),
  onDocument(4, 'trash', 'restore', 'delete'),
  onDocument(2, 'break', 'mend'),
  onLanguage(8, 'slug', 'takeFormerSlug', 'swap', 'publish', 'unpublish'),
  { weight: 4, arbitrary: fc.record({ do: fc.constant('beside' as const), which: number, how: number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('time' as const), hours: fc.integer({ min: 1, max: 400 }) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('begin' as const, 'printSome' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('crash' as const), after: fc.nat(60) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
);
