import type { DealCard } from '../coaching/card.ts';
import type { ChecklistAnswer } from '../deal/answer.ts';
import type { DateOrder, Day } from '../deal/day.ts';
import type { Side } from '../deal/promise.ts';
import { send } from './send.ts';

export type DealActionsOptions = {
  /** The card on screen; an action without one does nothing. */
  card: () => DealCard | null;
  /** What has the focus; within a closed root the document does not know. */
  focused?: () => Element | null;
  /** The card as it stands after the action. */
  onCard: (card: DealCard) => void;
};

/** What a click on a card asks of the background. Each throws the sentence to show when it was refused. */
export function dealActions({ card, onCard, focused = () => document.activeElement }: DealActionsOptions) {
  type Action =
    | 'proof.answer'
    | 'promise.make'
    | 'promise.settle'
    | 'promise.move'
    | 'wait.agree'
    | 'wait.end'
    | 'deal.snooze'
    | 'date-order.set'
    | 'prompt.note';

  async function ask<N extends Action>(name: N, data: (deal: string) => Parameters<typeof send<N>>[1]): Promise<void> {
    const shown = card();
    if (!shown) return;
    const reply = await send(name, data(shown.deal));
    if (!reply.ok) throw new Error(reply.sentence);
    // The page may have gone on to another deal meanwhile.
    if (card()?.deal === reply.card.deal) onCard(reply.card);
  }

  const note = (kind: 'asked' | 'proof-seen') =>
    ask('prompt.note', (deal) => {
      const prompt = card()?.prompt;
      return { deal, prompt: prompt?.id ?? '', signal: prompt?.signal ?? '', basis: prompt?.basis ?? '', kind };
    });

  return {
    asked: () => note('asked'),
    proofSeen: () => note('proof-seen'),
    answerProof: (question: string, answer: ChecklistAnswer, more?: { proof?: string; saidBy?: string }) =>
      ask('proof.answer', (deal) => ({ deal, question, answer, ...more })),
    makePromise: (promise: { what: string; who: string; side: Side; by: Day; proof: string | null }) =>
      ask('promise.make', (deal) => ({ deal, ...promise })),
    settlePromise: (id: string, as: 'kept' | 'missed' | 'dropped', reason?: string) =>
      ask('promise.settle', (deal) => ({ deal, id, as, reason: reason ?? null })),
    movePromise: (id: string, by: Day) => ask('promise.move', (deal) => ({ deal, id, by })),
    agreeWait: (wait: { what: string; saidBy: string; until: Day }) => ask('wait.agree', (deal) => ({ deal, ...wait })),
    endWait: (id: string) => ask('wait.end', (deal) => ({ deal, id })),
    setDateOrder: (order: DateOrder) => ask('date-order.set', (deal) => ({ deal, order })),
    snooze: () => ask('deal.snooze', (deal) => ({ deal, on: true })),
    unsnooze: () => ask('deal.snooze', (deal) => ({ deal, on: false })),
    copy: (text: string) => copyText(text, focused()),
    hideEverywhere: async () => {
      const reply = await send('overlay.hide-everywhere', {});
      if (!reply.ok) throw new Error(reply.sentence);
    },
  };
}

/** Copies inside a click. Where a page has no clipboard object, or may not use it, the old command still works. */
async function copyText(text: string, focused: Element | null): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyBySelecting(text, focused)) {
      throw new Error('The browser did not let that be copied. Select the line and copy it by hand.');
    }
  }
}

function copyBySelecting(text: string, focused: Element | null): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.cssText = 'position:fixed;opacity:0';
  document.documentElement.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
