import type { Ref } from 'preact';
import type { Band } from '../lib/risk/types.ts';
import { Glyph, type Shape } from './glyph.tsx';

export type PillProps = {
  text: string;
  shape: Shape;
  band: Band;
  open: boolean;
  onToggle: () => void;
  buttonRef?: Ref<HTMLButtonElement>;
};

/** The word or two that stands on the page all the time. */
export function Pill({ text, shape, band, open, onToggle, buttonRef }: PillProps) {
  return (
    <button
      type="button"
      class="pill"
      ref={buttonRef}
      data-band={band}
      aria-expanded={open}
      aria-label={`Sideline: ${text}`}
      onClick={onToggle}
    >
      <Glyph shape={shape} />
      <span class="pill-text">{text}</span>
    </button>
  );
}
