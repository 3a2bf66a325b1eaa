import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { MINUTES, type NamedDeal } from '../lib/coaching/agenda/agenda.ts';
import { agendaWords } from '../lib/coaching/agenda/agenda-words.ts';
import { TALK_LIMITS, TALK_PARTS, type TalkPart } from '../lib/deal/talk.ts';
import { safeHref } from './safe-href.ts';

export const partId = (part: TalkPart) => `part-${part}`;

type PartProps = {
  part: TalkPart;
  title: string;
  note: string;
  /** What the note's field asks for. */
  asks: string;
  write: (part: TalkPart, text: string) => void;
  children?: ComponentChildren;
};

/** One part of the talk: its place, its minutes, what there is to look at, and room for notes. */
export function AgendaPart({ part, title, note, asks, write, children }: PartProps) {
  return (
    <section class="agenda-part" id={partId(part)} aria-label={title} tabIndex={-1}>
      <h3>
        <span class="place" aria-hidden="true">
          {TALK_PARTS.indexOf(part) + 1}
        </span>
        <span class="grow">{title}</span>
        <span class="figure">{agendaWords.minutes(MINUTES[part])}</span>
      </h3>
      <div class="matter">
        {children}
        <Note part={part} title={title} note={note} asks={asks} write={write} />
      </div>
    </section>
  );
}

function Note({ part, title, note, asks, write }: Omit<PartProps, 'children'>) {
  const [text, setText] = useState(note);
  return (
    <>
      <textarea
        class="note-field"
        aria-label={`Notes: ${title}`}
        placeholder={asks}
        rows={2}
        maxLength={TALK_LIMITS.note}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          write(part, currentTarget.value);
        }}
      />
      {/* On paper a field would be cut off where it scrolls; an empty one is room to write by hand. */}
      <p class="on-paper" aria-hidden="true" data-empty={text.trim() === ''}>
        {text}
      </p>
    </>
  );
}

export function DealName({ deal: { name, url } }: { deal: NamedDeal }) {
  const href = safeHref(url);
  if (!href) return <b>{name}</b>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {name}
    </a>
  );
}
