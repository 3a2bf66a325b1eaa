import { describe, expect, it } from 'vitest';
import type { Prompt, Situation } from '../../lib/coaching/catalogue/types.ts';
import { type Ask, type ChoiceContext, choosePrompt, orderToAsk } from '../../lib/coaching/choose-prompt.ts';
import type { PromptEvent } from '../../lib/deal/promise.ts';
import type { SignalOn } from '../../lib/risk/types.ts';
import { PROMPTS } from './packaged-prompts.ts';

const figures = { stage: 'Legal', closeDate: '28 Nov', from: '1 Oct', to: '28 Nov' };
const ask = (topic: Ask['topic'], ...situations: Situation[]): Ask => ({
  topic,
  basis: `${topic}|1`,
  figures,
  situations: new Set(situations),
});
const event = (kind: PromptEvent['kind'], basis: string, prompt = ''): PromptEvent => ({
  id: basis + kind,
  deal: 'd',
  prompt,
  signal: '',
  basis,
  kind,
  at: 5,
  until: null,
});
const CONTEXT: ChoiceContext = {
  catalogue: PROMPTS,
  deal: 'd',
  role: 'manager',
  stageKind: null,
  events: [],
  isToday: () => false,
};
const choose = (asks: Ask[], more: Partial<ChoiceContext> = {}) => choosePrompt(asks, { ...CONTEXT, ...more });

describe('the choice of the one question', () => {
  it('takes the first that was not asked', () => {
    expect(choose([ask('stalled'), ask('no-next-step')])?.ask.topic).toBe('stalled');
    const events = [event('asked', 'stalled|1', 'stalled.manager.any')];
    expect(choose([ask('stalled'), ask('no-next-step')], { events })).toMatchObject({
      ask: { topic: 'no-next-step' },
      askedAt: null,
    });
  });

  it('stays with what was asked today until its proof was seen, so that the proof can be told', () => {
    const asked = event('asked', 'no-next-step|1', 'no-next-step.manager.any');
    const today = { isToday: () => true };
    expect(choose([ask('stalled'), ask('no-next-step')], { events: [asked], ...today })).toMatchObject({
      ask: { topic: 'no-next-step' },
      askedAt: 5,
    });
    const events = [asked, event('proof-seen', 'no-next-step|1')];
    expect(choose([ask('stalled'), ask('no-next-step')], { events, ...today })?.ask.topic).toBe('stalled');
  });

  it('comes back to what was asked where all was, with the same words and its day', () => {
    const events = [event('asked', 'stalled|1', 'stalled.manager.any')];
    expect(choose([ask('stalled')], { events, stageKind: 'late' })).toMatchObject({
      prompt: { id: 'stalled.manager.any' },
      askedAt: 5,
    });
  });

  it('leaves a settled one alone', () => {
    const events = [event('asked', 'stalled|1'), event('proof-seen', 'stalled|1')];
    expect(choose([ask('stalled')], { events })).toBeNull();
  });

  it('prefers what fits the situation, then what fits the stage', () => {
    expect(choose([ask('no-next-step', 'big')], { stageKind: 'late' })?.prompt.id).toMatch(/\.(big|late)$/);
    expect(choose([ask('no-next-step')], { stageKind: 'late' })?.prompt.id).toBe('no-next-step.manager.late');
    expect(choose([ask('no-next-step')], { stageKind: 'mid' })?.prompt.id).toBe('no-next-step.manager.any');
    expect(choose([ask('no-next-step')], { stageKind: null, role: 'rep' })?.prompt.id).toBe('no-next-step.rep.any');
  });

  it('never chooses a question whose figure is not known', () => {
    const bare: Ask = { topic: 'pushed', basis: 'b', figures: {}, situations: new Set(['first']) };
    expect(choose([bare])).toBeNull();
  });

  it('asks from the catalogue it is given and no other, and nothing from an empty one', () => {
    const own = {
      ...PROMPTS.find(({ id }) => id === 'stalled.manager.any'),
      id: 'mine',
      question: 'What now?',
    } as Prompt;
    expect(choose([ask('stalled')], { catalogue: [own] })).toMatchObject({
      prompt: { id: 'mine' },
      question: 'What now?',
    });
    expect(choose([ask('stalled')], { catalogue: [] })).toBeNull();
    const events = [event('asked', 'stalled|1', 'stalled.manager.any')];
    expect(choose([ask('stalled')], { catalogue: [], events })).toBeNull();
  });

  it('leaves a retired prompt aside while another fits, one that was heard on the deal as well', () => {
    const severe = ask('stalled', 'severe');
    const ids = ['stalled.manager.severe', 'stalled.manager.backwards'];
    const helps = new Map([[ids[0] ?? '', 0]]);
    for (const deal of ['a', 'b', 'c', 'd', 'e']) expect(choose([severe], { deal, helps })?.prompt.id).toBe(ids[1]);
    const heard = PROMPTS.filter(({ signal, role }) => signal === 'stalled' && role === 'manager');
    const events = heard.map(({ id }) => event('asked', `other ${id}`, id));
    expect(choose([severe], { events, helps })?.prompt.id).not.toBe(ids[0]);
    const all = new Map(heard.map(({ id }) => [id, 0]));
    expect(choose([severe], { helps: all })).not.toBeNull();
  });

  it('prefers what led to a proof more often among fits that are as good, and is not talked out of a better fit', () => {
    const late = { stageKind: 'late' as const, deal: 'a' };
    const fits = [ask('stalled', 'severe')];
    for (const best of ['stalled.manager.severe', 'stalled.manager.backwards']) {
      const others = PROMPTS.filter(({ id }) => id !== best).map(({ id }) => [id, 0.6] as const);
      const chosen = choose(fits, { ...late, helps: new Map([...others, [best, 1.9]]) })?.prompt.id;
      expect(chosen).toBe(best);
    }
    expect(choose(fits, { helps: new Map([['stalled.manager.any', 2]]) })?.prompt.id).not.toBe('stalled.manager.any');
  });

  it('is the same for one deal every time, and not the same for every deal', () => {
    const chosen = (deal: string) => choose([ask('stalled', 'severe')], { deal, stageKind: 'late' })?.prompt.id;
    expect(chosen('deal-7')).toBe(chosen('deal-7'));
    expect(new Set(Array.from({ length: 20 }, (_, index) => chosen(`deal-${index}`))).size).toBeGreaterThan(1);
  });
});

describe('the order of signals', () => {
  const signal = (name: string, points: number, severity: number) => ({ signal: name, points, severity }) as SignalOn;

  it('goes by counted points times severity, not by points alone', () => {
    const [heavy, far] = [signal('pushed', 1, 0.2), signal('stalled', 0.8, 1.2)];
    expect(orderToAsk([heavy, far], ({ points }) => points)).toEqual([far, heavy]);
  });

  it('does not lose a signal that stands just at its limit', () => {
    const [quarter, full] = [signal('pushed', 1, 0), signal('stalled', 1, 0)];
    expect(orderToAsk([quarter, full], (each) => (each === full ? 1 : 0.25))).toEqual([full, quarter]);
  });
});
