import type { DealCard } from '../lib/coaching/card.ts';
import type { Band } from '../lib/risk/types.ts';

/** Risk is told by a word and a shape before any colour, so each state has an outline of its own. */
export type Shape = 'ring' | 'half' | 'diamond' | 'clock' | 'dashed' | 'pause' | 'done';

export function shapeOf(card: DealCard): Shape {
  if (card.lead === 'closed') return 'done';
  if (card.lead === 'snoozed' || card.wait) return 'pause';
  if (card.lead === 'promise') return 'clock';
  if (card.lead === 'thin') return 'dashed';
  return shapeOfBand(card.band);
}

export function shapeOfBand(band: Band): Shape {
  return band === 'closer' ? 'diamond' : band === 'look' ? 'half' : 'ring';
}

/** In a box of 12 by 12: what is filled, then what is drawn as a line. */
const drawings: Record<Shape, { fill?: string; line?: string; dash?: string }> = {
  ring: { line: 'M6 1.25a4.75 4.75 0 1 1 0 9.5a4.75 4.75 0 1 1 0-9.5z' },
  half: { line: 'M6 1.25a4.75 4.75 0 1 1 0 9.5a4.75 4.75 0 1 1 0-9.5z', fill: 'M6 1.25a4.75 4.75 0 0 1 0 9.5z' },
  diamond: { fill: 'M6 .5 11.5 6 6 11.5.5 6z' },
  clock: { line: 'M6 1.25a4.75 4.75 0 1 1 0 9.5a4.75 4.75 0 1 1 0-9.5zM6 3.5V6.25L7.75 7.25' },
  dashed: { line: 'M6 1.25a4.75 4.75 0 1 1 0 9.5a4.75 4.75 0 1 1 0-9.5z', dash: '2.2 1.53' },
  pause: { line: 'M4 2.25v7.5M8 2.25v7.5' },
  done: { line: 'm1.75 6.5 3 3 5.5-6.25' },
};

export function Glyph({ shape }: { shape: Shape }) {
  const { fill, line, dash } = drawings[shape];
  return (
    <svg class="glyph" data-shape={shape} viewBox="0 0 12 12" aria-hidden="true">
      {line && <path d={line} fill="none" stroke="currentColor" stroke-dasharray={dash} />}
      {fill && <path d={fill} fill="currentColor" />}
    </svg>
  );
}
