import { expect, it, vi } from 'vitest';
import { talkKeeper } from '../../entrypoints/agenda/keep-talk.ts';
import type { OneToOne, TalkPatch } from '../../lib/deal/talk.ts';
import { talk } from '../deal/make-talk.ts';

/** A store whose writes end when they are told to. */
function slowStore() {
  const writes: { patch: TalkPatch; end(error?: Error): void }[] = [];
  const writeTalk = (begun: OneToOne, patch: TalkPatch) =>
    new Promise<OneToOne>((resolve, reject) => {
      writes.push({ patch, end: (error) => (error ? reject(error) : resolve({ ...begun, ...patch } as OneToOne)) });
    });
  const told = { keeping: vi.fn(), kept: vi.fn(), failed: vi.fn() };
  return { writes, told, keeper: talkKeeper({ writeTalk }, told) };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

it('writes at once, and what comes meanwhile goes in one write after it', async () => {
  const { writes, keeper } = slowStore();
  keeper.write(talk(), { notes: { topic: 'W' } });
  keeper.write(talk(), { notes: { topic: 'Wh' } });
  const last = keeper.write(talk(), { notes: { deals: 'Ask Ana' }, practice: 'Ring first' });
  expect(writes.map(({ patch }) => patch)).toEqual([{ notes: { topic: 'W' } }]);
  writes[0]?.end();
  await turn();
  expect(writes[1]?.patch).toEqual({ notes: { topic: 'Wh', deals: 'Ask Ana' }, practice: 'Ring first' });
  writes[1]?.end();
  await last;
  expect(writes).toHaveLength(2);
});

it('goes on holding what could not be written, and writes it with the next', async () => {
  const { writes, told, keeper } = slowStore();
  const first = keeper.write(talk(), { notes: { topic: 'kept' } });
  writes[0]?.end(new Error('no room'));
  await expect(first).rejects.toThrow('no room');
  expect(told.failed).toHaveBeenCalledOnce();
  const next = keeper.write(talk(), { notes: { skill: 'more' } });
  expect(writes[1]?.patch).toEqual({ notes: { topic: 'kept', skill: 'more' } });
  writes[1]?.end();
  await next;
  expect(told.kept).toHaveBeenCalledOnce();
});

it('writes of two talks do not mix', async () => {
  const { writes, keeper } = slowStore();
  keeper.write(talk(), { practice: 'a' });
  const other = keeper.write(talk({ id: 'talk-2' }), { practice: 'b' });
  writes[0]?.end();
  await turn();
  writes[1]?.end();
  await other;
  expect(writes.map(({ patch }) => patch)).toEqual([{ practice: 'a' }, { practice: 'b' }]);
});
