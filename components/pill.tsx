import type { Ref } from 'preact';
import type { DealCard } from '../lib/coaching/card.ts';
import { Glyph, shapeOf } from './glyph.tsx';

export type PillProps = {
  card: DealCard;
  open: boolean;
  onToggle: () => void;
  buttonRef?: Ref<HTMLButtonElement>;
};

/** The word or two that stands on the page all the time. */
export function Pill({ card, open, onToggle, buttonRef }: PillProps) {
  return (
    <button
      type="button"
      class="pill"
      ref={buttonRef}
      data-band={card.band}
      aria-expanded={open}
      aria-label={`Sideline: ${card.pill}`}
      onClick={onToggle}
    >
      <Glyph shape={shapeOf(card)} />
      <span class="pill-text">{card.pill}</span>
    </button>
  );
}
