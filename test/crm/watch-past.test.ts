// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type PastDeal, type PastWatch, watchPast } from '../../lib/crm/watch-past.ts';
import type { PastEntry } from '../../lib/deal/past.ts';

const A: PastDeal = { crm: 'odoo', tenant: 'larkfield', recordId: 'A' };
const B: PastDeal = { ...A, recordId: 'B' };

let named: string | null = null;
let looks = 0;
let kept: [deal: string, texts: string[]][] = [];
let keeps = true;
let watch: PastWatch;

const feed = () => document.querySelector('#feed');

function show(...texts: string[]): void {
  document.body.innerHTML = `<div id="feed">${texts.map((text) => `<p>${text}</p>`).join('')}</div><aside></aside>`;
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 9) });
  [named, looks, kept, keeps] = ['A', 0, [], true];
  watch = watchPast({
    clock: () => Date.now(),
    timeZone: 'UTC',
    recordId: () => named,
    isHidden: () => false,
    idle: (work) => work(),
    isFirst: () => true,
    read: () => {
      looks++;
      const holder = feed();
      if (!holder) return null;
      const evidence = { rule: 'p', raw: '' };
      const entries = [...holder.querySelectorAll('p')].map(
        (line): PastEntry => ({
          ...{ kind: 'event', day: '2026-11-20', what: 'note', side: 'unknown', who: null, evidence },
          text: line.textContent ?? '',
        }),
      );
      return { entries, parts: entries.length > 0 ? ['feed'] : [], left: [], holders: [holder] };
    },
    onPast: async ({ recordId }, { entries }) => {
      kept.push([recordId, entries.map((one) => ('text' in one ? one.text : ''))]);
      return keeps;
    },
  });
});

afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

it('tells what stood still under the deal whose record was read', async () => {
  show('one', 'two');
  watch.begin(A);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(kept).toEqual([['A', ['one', 'two']]]);
});

it('sees what is added to the feed, and not what changes beside it', async () => {
  show('one');
  watch.begin(A);
  await vi.advanceTimersByTimeAsync(12_000);
  const before = looks;
  for (let times = 0; times < 100; times++) {
    document.querySelector('aside')?.append('x');
    await vi.advanceTimersByTimeAsync(20);
  }
  expect(looks - before).toBeLessThanOrEqual(1);
  feed()?.insertAdjacentHTML('afterbegin', '<p>news</p>');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(kept.at(-1)).toEqual(['A', ['news', 'one']]);
});

it('looks at a feed that never stops changing no more often than every two seconds', async () => {
  show('one');
  watch.begin(A);
  await vi.advanceTimersByTimeAsync(12_000);
  const before = looks;
  for (let times = 0; times < 500; times++) {
    feed()?.append('x');
    await vi.advanceTimersByTimeAsync(20);
  }
  expect(looks - before).toBeLessThanOrEqual(10);
});

it('finds a feed that comes much later', async () => {
  document.body.innerHTML = '';
  watch.begin(A);
  await vi.advanceTimersByTimeAsync(15_000);
  show('late');
  await vi.advanceTimersByTimeAsync(25_000);
  expect(kept).toEqual([['A', ['late']]]);
});

it('ends with the address, though no other record was read', async () => {
  show('one');
  watch.begin(A);
  await vi.advanceTimersByTimeAsync(4_000);
  named = 'B';
  show('of B');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(kept).toEqual([['A', ['one']]]);
  const before = looks;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(looks).toBe(before);
});

it('keeps nothing of the deal before for the next, while it stands there still', async () => {
  show('of A');
  watch.begin(A);
  await vi.advanceTimersByTimeAsync(4_000);
  named = 'B';
  watch.begin(B);
  await vi.advanceTimersByTimeAsync(5_000);
  show('of B');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(kept).toEqual([
    ['A', ['of A']],
    ['B', ['of B']],
  ]);
});

it('tells again what could not be kept', async () => {
  show('one');
  keeps = false;
  watch.begin(A);
  await vi.advanceTimersByTimeAsync(4_000);
  keeps = true;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(kept.length).toBeGreaterThanOrEqual(2);
});

it('says nothing once the day has turned: “yesterday” on the page is another day by then', async () => {
  show('one');
  vi.setSystemTime(Date.UTC(2026, 10, 23, 23, 59, 50));
  watch.begin(A);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(kept).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(20_000);
  feed()?.insertAdjacentHTML('afterbegin', '<p>after midnight</p>');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(kept).toHaveLength(1);
});

it('looks no more often at a record that is read again and again while it comes up', async () => {
  document.body.innerHTML = '';
  watch.begin(A);
  for (let times = 0; times < 40; times++) {
    await vi.advanceTimersByTimeAsync(100);
    watch.begin(A);
  }
  expect(looks).toBe(2);
  await vi.advanceTimersByTimeAsync(10_000);
  watch.begin(A);
  const before = looks;
  await vi.advanceTimersByTimeAsync(2_500);
  expect(looks).toBe(before + 1);
});
