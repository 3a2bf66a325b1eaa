import type { Said } from '../../components/review-state.ts';
import type { ReviewEvent, ReviewItem } from '../../lib/coaching/review/review-state.ts';
import type { Refusal } from '../../lib/messages/protocol.ts';
import { send } from '../../lib/messages/send.ts';

const REPLACED = 'Another promise took its place.';

function accept(reply: { ok: true } | Refusal): void {
  if (!reply.ok) throw new Error(reply.sentence);
}

/**
 * Puts on record, step by step, what was asked, said and agreed of one deal: each step is told once it stands, so that a
 * failure in between repeats none of them. Throws the sentence to show.
 */
export async function sayInRun(item: ReviewItem, said: Said, told: (event: ReviewEvent) => void): Promise<void> {
  const { deal, prompt, due } = item;
  const { answer, note, agreed } = said;
  if (item.step === 'pending' || item.step === 'skipped') {
    if (prompt) {
      const { id, signal, basis } = prompt;
      accept(await send('prompt.note', { deal, prompt: id, signal, basis, kind: 'asked' }));
    }
    told({ kind: 'asked' });
  }
  if (answer && (item.answer?.kind !== answer || item.answer.note !== note)) {
    await (await import('./load-review.ts')).keepAnswer(deal, answer, note);
    told({ kind: 'answered', answer: { kind: answer, note } });
  }
  if (due && (answer === 'happened' || answer === 'off')) {
    const as = answer === 'off' ? 'dropped' : 'kept';
    accept(await send('promise.settle', { deal, id: due.id, as, reason: note || null }));
  }
  if (!agreed || item.agreed) return;
  const { what, who, side, by, proof, wait } = agreed;
  const isSame = due !== null && answer === 'day' && !wait && due.what === what && due.who === who;
  if (isSame) accept(await send('promise.move', { deal, id: due.id, by }));
  else {
    if (due && answer === 'day') {
      accept(await send('promise.settle', { deal, id: due.id, as: 'dropped', reason: REPLACED }));
    }
    accept(
      wait
        ? await send('wait.agree', { deal, what, saidBy: who, until: by })
        : await send('promise.make', { deal, what, who, side, by, proof }),
    );
  }
  told({ kind: 'agreed', agreed });
}
