import { describe, expect, test } from 'vitest';
import { crisisIn } from '../../site/search/crisisWords.ts';

describe('words of somebody in danger are noticed', () => {
  test.each([
    ['overdose', 'overdose what do i do'],
    ['overdose', 'i think he overdosed'],
    ['overdose', 'overdoes help'],
    ['overdose', "she isn't breathing"],
    ['overdose', 'my son wont wake up'],
    ['overdose', 'he won’t wake up'],
    ['overdose', 'his lips are blue'],
    ['overdose', 'lips turning blue'],
    ['overdose', 'passed out after drinking'],
    ['overdose', 'SOBREDOSIS'],
    ['overdose', 'sobredocis de mi hijo'],
    ['overdose', 'mi hija no despierta'],
    ['overdose', 'no está respondiendo, no responde'],
    ['overdose', 'casi no respira'],
    ['overdose', 'tomó demasiadas pastillas'],
    ['suicide', 'my brother is suicidal'],
    ['suicide', 'suicidel thoughts'],
    ['suicide', 'he says he wants to die'],
    ['suicide', 'she keeps cutting herself'],
    ['suicide', 'I want to kill myself'],
    ['suicide', 'se quiere matar'],
    ['suicide', 'dice que ya no quiere vivir'],
    ['suicide', 'mi hermana habla de suicidarse'],
    ['suicide', 'se quiere quitar la vida quitarse la vida'],
    ['violence', 'my husband hits me when he drinks'],
    ['violence', 'he threatened to kill me'],
    ['violence', 'i am scared of him'],
    ['violence', 'im afraid of my boyfriend'],
    ['violence', 'me pegó otra vez'],
    ['violence', 'mi esposo me amenaza'],
    ['violence', 'le tengo miedo'],
    ['violence', 'violencia doméstica'],
    ['child', 'he hits the kids'],
    ['child', 'child abuse who to call'],
    ['child', 'le pega a los niños'],
    ['poison', 'toddler ate a gummy'],
    ['poison', 'my kid swallowed suboxone'],
    ['poison', 'mi nieto se tragó una pastilla'],
    ['poison', 'veneno'],
  ])('%s: %s', (kind, question) => {
    expect(crisisIn(question)).toBe(kind);
  });

  test('what costs seconds comes first', () => {
    expect(crisisIn('suicide attempt, not breathing')).toBe('overdose');
  });
});

describe('words that only sound like it are let pass', () => {
  test.each([
    'killing time in the waiting room',
    'dying to know how long it takes',
    'overdue bills',
    'how do i kill the cravings',
    'he hit a low point',
    'what beats cravings',
    'deadline for the program',
    'die Schmerzen',
    'can i visit',
    'he relapced',
    'iop vs php',
    'can they tell me anything',
    'husband wont stop drinking',
    'wake up routine',
    'responding without fighting',
    'breathing exercises',
    'blue cross insurance',
    'he passed the drug test',
    'gun safety lock',
    'i feel hurt',
    'afraid he will drink',
    'scared he will leave treatment',
    'shoulder pain medication',
    'matar el tiempo',
    'me muero de sueño',
    'ejercicios para respirar',
    'cuánto dura el programa',
    'qué le digo a los niños',
    'miedo a la recaída',
    'tengo miedo de que vuelva a consumir',
    'pegar el horario en el refri',
    'se tomó el día libre',
    'volvió a tomar',
    '',
    '🙂',
    'x'.repeat(10_000),
  ])('%s', (question) => {
    expect(crisisIn(question)).toBeUndefined();
  });
});
