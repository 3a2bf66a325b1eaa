import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { DealGroup, FiveSentences as Five, PartId, SentencePart } from '../lib/team/today/five-sentences.ts';
import { DealRows, type Visit } from './deal-rows.tsx';
import { Rests, ToSweep } from './rests.tsx';

type FiveProps = {
  five: Five;
  visit: Visit;
  /** The part that stands open from the start. */
  open?: PartId | null;
  /** In a popup: what a total rests on is said once. */
  isBrief?: boolean;
  /** Stands beneath the first: what would make its answer whole. */
  children?: ComponentChildren;
};

/** The five answers, each a sentence that opens to its deals. */
export function FiveSentences({ five, visit, open = null, isBrief = false, children }: FiveProps) {
  return (
    <section class={isBrief ? 'five brief' : 'five'} aria-label={`${five.period} in five sentences`}>
      {five.parts.map((part) => (
        <Sentence key={part.id} part={part} visit={visit} isOpen={part.id === open} isBrief={isBrief}>
          {part.id === 'behind' && children}
        </Sentence>
      ))}
    </section>
  );
}

type SentenceProps = {
  part: SentencePart;
  visit: Visit;
  isOpen: boolean;
  isBrief: boolean;
  children: ComponentChildren;
};

function Sentence({ part, visit, isOpen, isBrief, children }: SentenceProps) {
  const { id, question, rests, groups } = part;
  // A popup opens in a moment: hundreds of rows are drawn once somebody asks for them. A page is printed with all of them.
  const [isDrawn, setDrawn] = useState(isOpen || !isBrief);
  const head = (
    <>
      <h2>{question}</h2>
      <span class="tells">
        <Answer {...part} />
      </span>
    </>
  );
  const saysRests = rests && (!isBrief || id === 'behind');
  return (
    <section class="sentence" data-part={id}>
      {groups.length === 0 ? (
        <div class="plain">{head}</div>
      ) : (
        <details open={isOpen} onToggle={() => setDrawn(true)}>
          <summary>{head}</summary>
          <div class="groups">
            {isDrawn && groups.map((group) => <Group key={group.title} group={group} visit={visit} />)}
            {isDrawn && id === 'unknown' && (
              <p>
                <ToSweep apart={isBrief}>Go through your views in the sweep</ToSweep>
              </p>
            )}
          </div>
        </details>
      )}
      {saysRests && <Rests rests={rests} apart={isBrief} />}
      {children}
    </section>
  );
}

function Answer({ sentence, emphasis }: SentencePart) {
  const at = emphasis === null ? -1 : sentence.indexOf(emphasis);
  if (emphasis === null || at < 0) return <>{sentence}</>;
  return (
    <>
      {sentence.slice(0, at)}
      <b>{emphasis}</b>
      {sentence.slice(at + emphasis.length)}
    </>
  );
}

function Group({ group: { title, note, rows }, visit }: { group: DealGroup; visit: Visit }) {
  return (
    <div class="group">
      <h3>
        {title}
        {rows.length > 0 && <span class="figure">{rows.length}</span>}
      </h3>
      {note && <p class="quiet">{note}</p>}
      {rows.length > 0 && <DealRows rows={rows} visit={visit} />}
    </div>
  );
}
