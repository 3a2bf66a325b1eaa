import { useState } from 'preact/hooks';
import { LIFE_KINDS, type LifeItem, type LifeKind } from '../lib/team/pipeline/life-item.ts';
import { Evidence } from './why.tsx';

const KIND_WORDS: Record<LifeKind, string> = {
  change: 'Changes of fields',
  page: 'What its page tells',
  said: 'Promises and waits',
  asked: 'Questions',
  talk: '1:1s',
};

/** As many as are read through; a long life is shown on demand. */
const FIRST = 200;

/** Everything that is known to have happened, newest first, by day. */
export function LifeTimeline({ items }: { items: readonly LifeItem[] }) {
  const [kind, setKind] = useState<LifeKind | null>(null);
  const [most, setMost] = useState(FIRST);
  const chosen = kind === null ? items : items.filter((item) => item.kind === kind);
  const present = LIFE_KINDS.filter((each) => items.some((item) => item.kind === each));
  return (
    <section class="panel life-timeline" aria-label="What happened">
      <header>
        <h2>What happened</h2>
        {present.length > 1 && (
          <label>
            <span>Show</span>
            <select
              value={kind ?? ''}
              onChange={({ currentTarget }) => setKind(LIFE_KINDS.find((each) => each === currentTarget.value) ?? null)}
            >
              <option value="">Everything</option>
              {present.map((each) => (
                <option key={each} value={each}>
                  {KIND_WORDS[each]}
                </option>
              ))}
            </select>
          </label>
        )}
      </header>
      {daysOf(chosen.slice(0, most)).map(({ day, dayText, of }) => (
        <div key={day} class="life-day">
          <h3>
            <time dateTime={day}>{dayText}</time>
          </h3>
          <ul>
            {of.map((item, at) => (
              <Item key={`${item.kind}${at}`} item={item} />
            ))}
          </ul>
        </div>
      ))}
      {chosen.length > most && (
        <button type="button" class="button" onClick={() => setMost(most + FIRST)}>
          Show {Math.min(FIRST, chosen.length - most).toLocaleString()} earlier
        </button>
      )}
    </section>
  );
}

function Item({ item: { kind, text, note, evidence } }: { item: LifeItem }) {
  return (
    <li data-kind={kind}>
      <span>{text}</span>
      {note && <span class="quiet"> {note}</span>}
      {evidence && (
        <details>
          <summary>What it rests on</summary>
          <Evidence line={evidence} />
        </details>
      )}
    </li>
  );
}

function daysOf(items: readonly LifeItem[]): { day: string; dayText: string; of: LifeItem[] }[] {
  const days: { day: string; dayText: string; of: LifeItem[] }[] = [];
  for (const item of items) {
    const last = days.at(-1);
    if (last?.day === item.day) last.of.push(item);
    else days.push({ day: item.day, dayText: item.dayText, of: [item] });
  }
  return days;
}
