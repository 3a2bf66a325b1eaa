import type { ComponentChildren } from 'preact';
import { Glyph, type Shape } from './glyph.tsx';

type NoteProps = { shape: Shape; title: string; children: ComponentChildren };

/** A popup that has one thing to say and at most one thing to press. */
export function Note({ shape, title, children }: NoteProps) {
  return (
    <div class="note">
      <Glyph shape={shape} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}
