import { afterEach, describe, expect, it, vi } from 'vitest';
import { questionsFrom } from '../../entrypoints/background/questions.ts';
import { cardOf, historyOf, moment, stage, usd } from '../coaching/make-history.ts';
import { PROMPTS } from '../coaching/packaged-prompts.ts';

const FILE = JSON.parse(JSON.stringify(PROMPTS)) as unknown;
const nothing = async () => undefined;

describe('the questions that cards ask', () => {
  afterEach(() => vi.restoreAllMocks());

  it('are read once, however many cards want them at once and later, and not before', async () => {
    const load = vi.fn(async () => FILE);
    const questions = questionsFrom(load, nothing);
    expect(load).not.toHaveBeenCalled();
    questions.prepare();
    const [one, other] = await Promise.all([questions.read(), questions.read()]);
    expect(one).toEqual({ catalogue: PROMPTS, problem: null });
    expect(other).toBe(one);
    expect(await questions.read()).toBe(one);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('are in the language and with the words that the user chose, and read anew once those changed', async () => {
    const own = { language: 'de', off: ['stalled.manager.any'], changed: {}, added: [] };
    let stored: unknown;
    const load = vi.fn(async () => FILE);
    const questions = questionsFrom(load, async () => stored);
    expect((await questions.read()).catalogue).toEqual(PROMPTS);
    stored = own;
    expect((await questions.read()).catalogue).toEqual(PROMPTS);
    questions.forget();
    expect((await questions.read()).catalogue).toEqual(PROMPTS.filter(({ id }) => id !== 'stalled.manager.any'));
    expect(load.mock.calls).toEqual([['en'], ['de']]);
  });

  it.each([
    ['are not understood', async () => ({ language: 'xx' })],
    ['cannot be read', () => Promise.reject(new Error('closed'))],
  ])('are those that are shipped where the own ones %s', async (_, stored: () => Promise<unknown>) => {
    const questions = questionsFrom(async () => FILE, stored);
    expect(await questions.read()).toEqual({ catalogue: PROMPTS, problem: null });
  });

  it.each([
    ['is not there', () => Promise.reject(new TypeError('Failed to load'))],
    ['is no JSON', async () => JSON.parse('[{')],
    ['is another file', async () => ({ name: 'Sideline' })],
  ])('are none where the file %s: said plainly, and tried again', async (_, broken: () => Promise<unknown>) => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    let load = broken;
    const questions = questionsFrom(() => load(), nothing);
    expect(await questions.read()).toEqual({
      catalogue: [],
      problem: expect.stringMatching(/questions could not be read.+The facts stand/),
    });
    expect(warned).toHaveBeenCalledTimes(1);
    load = async () => FILE;
    expect(await questions.read()).toEqual({ catalogue: PROMPTS, problem: null });
  });

  it.each(['manager', 'rep'] as const)('leave a %s’s card its facts where there are none', (role) => {
    const history = historyOf(
      ['2026-10-20', '2026-11-03', '2026-11-06'].map((on) => ({
        ...{ on, amount: usd(84_000), stage: stage('Proposal'), closeDate: '2026-10-12' },
        ...{ nextStep: null, createdOn: '2026-09-01', lastActivity: '2026-11-01' },
      })),
    );
    const whole = cardOf(history, role, moment('2026-11-06'));
    const bare = cardOf(history, role, moment('2026-11-06'), { catalogue: [] });
    expect(whole.prompt).not.toBeNull();
    const { line1, line2, prompt, ...rest } = bare;
    expect(prompt).toBeNull();
    expect(whole).toMatchObject(rest);
    expect(bare.reasons.length).toBeGreaterThan(0);
    expect(bare.reasons.map(({ fact }) => fact)).toContain(line1);
    expect(line2).not.toBe('');
  });
});
