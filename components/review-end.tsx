import { useState } from 'preact/hooks';
import { type ListForm, reviewList } from '../lib/coaching/review/review-list.ts';
import type { Review } from '../lib/coaching/review/review-state.ts';
import { ActButton } from './act-button.tsx';
import { Glyph } from './glyph.tsx';
import { Key } from './key.tsx';
import { isForScreen } from './review-keys.ts';
import type { ReviewActions } from './review-state.ts';

type ReviewEndProps = { review: Review; actions: ReviewActions };

/** What the run came to, as it is copied. */
export function ReviewEnd({ review, actions }: ReviewEndProps) {
  const [copied, setCopied] = useState<ListForm | null>(null);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const asked = review.items.filter(({ step }) => step !== 'pending' && step !== 'skipped').length;
  const copy = (form: ListForm) => ({
    work: () => actions.copy(reviewList(review, form, timeZone)),
    done: () => setCopied(form),
  });
  return (
    <section
      class="card"
      aria-label="What the review came to"
      tabIndex={-1}
      ref={focusEnd}
      onKeyDown={(event) => {
        const button = isForScreen(event) && /^[cmbx]$/.test(event.key) && byKey(event.currentTarget, event.key);
        if (!button) return;
        button.click();
        event.preventDefault();
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lists are scrolled by the keys, too */}
      <section class="scroll" tabIndex={0} aria-label="The list">
        <header class="head">
          <p class="status">
            <Glyph shape="done" />
            {asked} of {review.items.length} talked about
          </p>
          <h2 class="call">The list to take along</h2>
        </header>
        <div class="part list">{reviewList(review, 'text', timeZone).trim().split('\n').map(Line)}</div>
      </section>
      <p class="unseen" role="status">
        {copied && 'Copied'}
      </p>
      <div class="bar">
        <ActButton look="solid" keys="c" {...copy('text')}>
          {copied === 'text' ? 'Copied' : 'Copy the list'} <Key name="c" />
        </ActButton>
        <ActButton keys="m" {...copy('markdown')}>
          {copied === 'markdown' ? 'Copied' : 'Copy as Markdown'} <Key name="m" />
        </ActButton>
        <ActButton look="text" keys="b" work={() => actions.back()}>
          Back <Key name="b" />
        </ActButton>
        <ActButton look="text" keys="x" work={() => actions.finish()}>
          Done <Key name="x" />
        </ActButton>
      </div>
    </section>
  );
}

const byKey = (section: HTMLElement, key: string) => section.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);

/** One function for all, so that it runs once, on mounting. */
function focusEnd(section: HTMLElement | null) {
  section?.focus();
}

/** One line of the list as text; it begins with what it is. */
function Line(line: string, at: number) {
  if (line === '' || at === 0) return null;
  if (line.startsWith('- ')) return <p key={at}>{line.slice(2)}</p>;
  return line.startsWith('  ') ? (
    <p key={at} class="said">
      {line.trim()}
    </p>
  ) : (
    <h3 key={at}>{line}</h3>
  );
}
