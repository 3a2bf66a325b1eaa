import { signal } from '@preact/signals';
import type { ReviewActions, ReviewScreen, Said } from '../../components/review-state.ts';
import type { DealCard } from '../../lib/coaching/card.ts';
import type { ReviewChoice, ReviewPlan } from '../../lib/coaching/review/arrange.ts';
import {
  isSameRun,
  type Review,
  type ReviewEvent,
  startReview,
  step,
  toRead,
} from '../../lib/coaching/review/review-state.ts';
import { dayInZone } from '../../lib/deal/day.ts';
import { onRun, readRun, writeRun } from './keep-run.ts';
import { sayInRun } from './say-in-run.ts';

/** So many deals after the one at hand are read already when their turn comes. */
const AHEAD = 3;
const GONE = 'This deal is not on record any more. Press n to go on.';

const today = () => dayInZone(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);

export type ReviewRunOptions = {
  /** Opens a deal's record beside the panel. */
  open(url: string): Promise<void>;
  copy(text: string): Promise<void>;
  /** The card of the tab's deal, if a deal stands there. */
  cardInTab(): DealCard | null;
  notice(sentence: string): void;
};

/** The run of a review: what is at hand, and what can be done with it. */
export function reviewRun({ open, copy, cardInTab, notice }: ReviewRunOptions) {
  const mode = signal<'follow' | 'plan' | 'run'>('follow');
  const plan = signal<ReviewPlan | null>(null);
  const review = signal<Review | null>(null);
  const card = signal<DealCard | null>(null);

  function put(next: Review | null): void {
    review.value = next;
    void writeRun(next);
  }
  function tell(event: ReviewEvent): void {
    const now = review.value;
    if (now) put(step(now, event));
  }
  const item = () => review.value?.items[review.value.at] ?? null;

  /** What the question rests on, for a deal that no tab shows; then what is said of the next few. */
  async function showCard(): Promise<void> {
    const now = item();
    card.value = null;
    if (!now) return;
    const { loadCard } = await import('./load-review.ts');
    const known = cardInTab();
    const found = now.isRead && known?.deal === now.deal ? known : await loadCard(now.deal);
    if (found && !now.isRead) tell({ kind: 'read', card: found });
    if (found && item()?.deal === now.deal) card.value ??= found;
    if (!found && !now.isRead) notice(GONE);
    for (const deal of review.value ? toRead(review.value, AHEAD) : []) {
      const next = await loadCard(deal);
      if (next) tell({ kind: 'read', card: next });
    }
  }

  const tellFailure = (error: Error) => notice(error.message);

  async function openRecord(): Promise<void> {
    const now = item();
    if (now) await open(now.url);
  }

  function go(kind: 'next' | 'back'): void {
    tell({ kind });
    showCard().catch(tellFailure);
    void openRecord();
  }

  const actions: ReviewActions = {
    async plan() {
      [mode.value, plan.value] = ['plan', null];
      try {
        const loaded = await (await import('./load-review.ts')).loadPlan();
        if (loaded.problem) notice(loaded.problem);
        plan.value = loaded.plan;
      } catch (error) {
        mode.value = 'follow';
        throw error;
      }
    },
    start(choice: ReviewChoice) {
      const begun = plan.value && startReview(plan.value, choice, Date.now());
      if (!begun) return;
      put(begun);
      actions.resume();
    },
    pause() {
      mode.value = 'follow';
    },
    resume() {
      mode.value = 'run';
      showCard().catch(tellFailure);
      void openRecord();
    },
    finish() {
      put(null);
      mode.value = 'follow';
    },
    async save(said: Said) {
      const now = item();
      if (!now) return;
      await sayInRun(now, said, tell);
      go('next');
    },
    next: () => go('next'),
    back: () => go('back'),
    openRecord,
    copy,
  };

  function screen(): ReviewScreen {
    const now = review.value;
    if (mode.value === 'plan') return { kind: 'plan', plan: plan.value };
    if (mode.value === 'follow' || !now) return { kind: 'follow', paused: now };
    if (now.at >= now.items.length) return { kind: 'end', review: now };
    return { kind: 'run', review: now, card: card.value, today: today() };
  }

  return {
    screen,
    actions,
    /** A deal's page was read, or something was said of it elsewhere. */
    seen(read: DealCard): void {
      if (item()?.deal === read.deal) card.value = read;
      const now = review.value;
      const next = now && step(now, { kind: 'seen', card: read });
      if (next && next !== now) put(next);
    },
    /** The key for "next", from wherever the user is: it goes on with a run that was paused. */
    key(): void {
      const screenNow = screen();
      if (screenNow.kind === 'run') actions.next();
      else if (screenNow.kind === 'follow' && screenNow.paused) actions.resume();
    },
    /** A run that was on when the panel was closed goes on, without leaving the page that stands beside it. */
    async takeUp(): Promise<void> {
      onRun((next) => {
        if (isSameRun(next, review.value)) return;
        const before = item()?.deal;
        review.value = next;
        if (item()?.deal !== before) showCard().catch(tellFailure);
      });
      review.value = await readRun();
      if (!review.value) return;
      mode.value = 'run';
      showCard().catch(tellFailure);
    },
  };
}
