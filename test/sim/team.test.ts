import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isDay } from '../../lib/deal/day.ts';
import { isOpen, simulateTeam } from './team/team.ts';
import { createdOn, dealOn, type SimDeal } from './team/truth.ts';

const END = '2026-11-23';
const team = simulateTeam({ seed: 7, endDay: END });
const states = team.deals.map((deal) => ({ deal, state: dealOn(deal, END) }));

describe('the simulated team', () => {
  it('is the same to the byte for the same seed, and another for another', () => {
    expect(JSON.stringify(simulateTeam({ seed: 7, endDay: END }))).toBe(JSON.stringify(team));
    expect(JSON.stringify(simulateTeam({ seed: 8, endDay: END }))).not.toBe(JSON.stringify(team));
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('has a believable shape with seed %i, whatever the weekday it ends on', (seed) => {
    const other = simulateTeam({ seed, endDay: addDays(END, seed) });
    const closed = other.deals.filter((deal) => !isOpen(deal, other.endDay));
    const lost = closed.filter((deal) => dealOn(deal, other.endDay)?.outcome === 'lost');
    expect(other.people).toHaveLength(8);
    expect(other.deals).toHaveLength(150);
    expect(150 - closed.length).toBeGreaterThanOrEqual(60);
    expect(150 - closed.length).toBeLessThanOrEqual(70);
    expect(lost.length / closed.length).toBeGreaterThanOrEqual(0.5);
    expect(lost.length / closed.length).toBeLessThanOrEqual(0.6);
  });

  it('holds eight different habits, every one with deals, and a new hire with none before the first day', () => {
    expect(new Set(team.people.map(({ habit }) => habit)).size).toBe(8);
    for (const person of team.people) {
      const own = team.deals.filter(({ owner }) => owner.id === person.id);
      expect(own.length).toBeGreaterThan(2);
      for (const deal of own) expect(createdOn(deal) >= person.joinedOn).toBe(true);
    }
  });

  it('lets habits show: the optimist moves dates, the quiet one leaves next steps empty, the discounter cuts', () => {
    const years = [7, 8, 9].map((seed) => simulateTeam({ seed, endDay: END }));
    const share = (habit: string, holds: (deal: SimDeal) => boolean) => {
      const own = years.flatMap(({ deals }) => deals.filter(({ owner }) => owner.habit === habit));
      return own.filter(holds).length / own.length;
    };
    const moved = ({ events }: SimDeal) => events.filter(({ kind }) => kind === 'close-date').length > 1;
    const empty = (deal: SimDeal) => isOpen(deal, END) && dealOn(deal, END)?.nextStep === null;
    const cut = ({ events }: SimDeal) => events.some((one) => one.kind === 'amount' && one.to < one.from * 0.9);
    expect(share('optimist', moved)).toBeGreaterThan(2 * share('steady', moved));
    expect(share('quiet', empty)).toBeGreaterThan(2 * share('steady', empty));
    expect(share('discounter', cut)).toBeGreaterThan(2 * share('steady', cut));
  });

  it('wins healthy deals far more often than doomed ones, and no cause always', () => {
    const won = (cause: string) => {
      const closed = states.filter(({ deal, state }) => deal.cause === cause && state?.outcome !== 'open');
      return closed.filter(({ state }) => state?.outcome === 'won').length / closed.length;
    };
    expect(won('healthy')).toBeGreaterThan(0.8);
    expect(won('doomed')).toBe(0);
  });

  it('moves some healthy deals too, so that no sign is proof', () => {
    const healthy = team.deals.filter(({ cause }) => cause === 'healthy');
    expect(healthy.some(({ events }) => events.some(({ kind }) => kind === 'close-date'))).toBe(true);
  });

  it('keeps most deals in one currency and a few in others', () => {
    const foreign = team.deals.filter(({ currency }) => currency !== team.currency).length;
    expect(foreign).toBeGreaterThan(0);
    expect(foreign).toBeLessThan(25);
  });

  it('has names with quotes, an umlaut, Japanese and angle brackets', () => {
    const names = team.deals.map(({ name }) => name).join('\n');
    for (const piece of ['"', 'ö', 'みなと', '<', '’']) expect(names).toContain(piece);
  });
});

describe('the truth of a deal', () => {
  it('is in order of days and ends with the outcome', () => {
    for (const { events } of team.deals) {
      const days = events.map(({ day }) => day);
      expect(days).toEqual([...days].sort());
      expect(days.every(isDay)).toBe(true);
      const end = events.findIndex(({ kind }) => kind === 'won' || kind === 'lost');
      if (end >= 0) expect(end).toBe(events.length - 1);
      expect((days.at(-1) ?? '') <= END).toBe(true);
    }
  });

  it('agrees with its events on every day of its life', () => {
    for (const deal of team.deals) {
      expect(dealOn(deal, addDays(createdOn(deal), -1))).toBeNull();
      for (const event of deal.events) {
        const before = dealOn(deal, addDays(event.day, -1));
        const sameDay = deal.events.filter((one) => one.day === event.day && one.kind === event.kind);
        if (sameDay.length > 1) continue;
        const after = dealOn(deal, event.day);
        if (event.kind === 'stage') expect([before?.stage, after?.stage]).toEqual([event.from, event.to]);
        if (event.kind === 'amount') expect([before?.amount, after?.amount]).toEqual([event.from, event.to]);
        if (event.kind === 'next-step') expect(after?.nextStepDue).toBe(event.to?.due ?? null);
        if (event.kind === 'close-date' && after?.outcome === 'open') {
          expect([before?.closeDate, after.closeDate]).toEqual([event.from, event.to]);
        }
        if (event.kind === 'won' || event.kind === 'lost') expect(after?.outcome).toBe(event.kind);
      }
    }
  });
});

describe('the showcase', () => {
  it.each([0, 1, 2, 3, 4, 5, 6])('has a deal plainly at risk when the half year ends %i days later', (shift) => {
    const endDay = addDays(END, shift);
    const { atRisk } = simulateTeam({ seed: 1, endDay }).showcase;
    const state = dealOn(atRisk, endDay);
    expect(atRisk.events.filter(({ kind }) => kind === 'close-date')).toHaveLength(3);
    expect(daysBetween(state?.stageSince ?? endDay, endDay)).toBeGreaterThan(60);
    expect(daysBetween(state?.nextStepDue ?? endDay, endDay)).toBeGreaterThanOrEqual(10);
    expect((state?.closeDate ?? '') > endDay).toBe(true);
  });

  it('has one healthy, one won, one lost and one that was not looked at for weeks', () => {
    const { healthy, won, lost, stale } = team.showcase;
    expect(dealOn(healthy, END)).toMatchObject({ outcome: 'open', nextStepDue: '2026-11-30' });
    expect(dealOn(won, END)?.outcome).toBe('won');
    expect(dealOn(lost, END)?.outcome).toBe('lost');
    expect(dealOn(stale, END)?.outcome).toBe('open');
  });
});

it('shares nothing with the rooms that judge deals: no import from risk, coaching or process', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|js)$/.test(file));
  expect(sources.length).toBeGreaterThan(8);
  for (const file of sources) {
    const imports = readFileSync(join(folder, file), 'utf8').match(/(?:from|import\()\s*['"][^'"]+['"]/g) ?? [];
    for (const line of imports) expect(line, file).not.toMatch(/lib\/(risk|coaching|process)\b/);
  }
});
