import { expect, it } from 'vitest';
import { NOTHING_OWN, type OwnPrompts, ownOf } from '../../lib/coaching/catalogue/own-prompts.ts';
import { freshName, openTab } from './open-test-store.ts';

it('keeps what the user made of the questions beside the settings, of two tabs both', async () => {
  const name = freshName();
  const [one, other] = [openTab(name), openTab(name)];
  expect(await one.readOwnPrompts()).toBeUndefined();
  const turnOff =
    (id: string) =>
    (stored: unknown): OwnPrompts => {
      const own = ownOf(stored);
      return { ...own, off: [...own.off, id] };
    };
  await Promise.all([one.changeOwnPrompts(turnOff('a')), other.changeOwnPrompts(turnOff('b'))]);
  expect(await one.readOwnPrompts()).toEqual({ ...NOTHING_OWN, off: expect.arrayContaining(['a', 'b']) });
  await one.writeSettings({ role: 'rep' });
  expect(await one.readSettings()).toMatchObject({ problems: [], settings: { role: 'rep' } });
  expect(ownOf(await other.readOwnPrompts()).off).toHaveLength(2);
});
