import { expect, it } from 'vitest';
import { categoryOf } from '../../lib/process/forecast-category.ts';

it.each([
  ['Commit', 'commit'],
  [' Best Case ', 'best-case'],
  ['Best case', 'best-case'],
  ['Upside', 'best-case'],
  ['Zugesagt', 'commit'],
  ['Meilleur scénario', 'best-case'],
  ['Pipeline', 'pipeline'],
  ['Omitted', 'omitted'],
  ['Closed Won', 'closed'],
])('knows %s', (word, category) => expect(categoryOf(word)).toBe(category));

it.each(['', 'Committee', 'Case', 'Won back later'])('says nothing of "%s"', (word) =>
  expect(categoryOf(word)).toBeNull(),
);
