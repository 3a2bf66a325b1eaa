import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DealCard, ListCard } from '../lib/coaching/card.ts';
import type { CardActions, ListActions, Work } from './actions.ts';
import { DealCardView } from './deal-card.tsx';
import { shapeOf, shapeOfBand } from './glyph.tsx';
import { ListCardView } from './list-card.tsx';
import { Pill } from './pill.tsx';

export type Place = 'right-bottom' | 'right-middle' | 'right-top' | 'left-bottom' | 'left-middle';

export type OverlayProps = {
  /** Null while nothing is known of this page's deal: then nothing of ours stands on it but what went wrong. */
  card: DealCard | null;
  /** The list or board that stands in the page; the card is then that of a deal picked in it. */
  list?: ListCard | null;
  open: boolean;
  actions: CardActions & ListActions;
  place?: Place;
  /** Pixels to stand clear of something the page docks at the same edge. */
  lift?: number;
  /** The page's own scheme; null follows the system. */
  scheme?: 'light' | 'dark' | null;
  me?: string | null;
  today?: string;
  error?: string | null;
  notice?: string | null;
};

/** Everything of ours on a CRM page: a pill, and the card that it opens. */
export function Overlay(props: OverlayProps) {
  const { card, list = null, actions, place = 'right-bottom', lift = 0, scheme } = props;
  const pillText = (list ?? card)?.pill ?? null;
  const said = props.error ?? props.notice;
  const [chosen, setOpen] = useState(props.open);
  const pill = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLElement>(null);
  // Only a user's own click moves the focus; a card that opens by memory leaves it to the page.
  const asked = useRef(false);
  useEffect(() => setOpen(props.open), [props.open]);
  // Another deal, or a list after a deal: what was open before says nothing of it.
  const subject = list ? `list ${card?.deal ?? ''}` : card?.deal;
  const before = useRef({ subject, list });
  const isOther = before.current.subject !== subject;
  const open = isOther ? props.open : chosen;
  // At once: the key that closed the card comes up on the pill, and not on the page.
  useLayoutEffect(() => {
    if (!asked.current) return;
    asked.current = false;
    (open ? sheet : pill).current?.focus();
  }, [open]);

  // Another card in the same place: the row that was pressed is gone, and the keyboard goes on from what came for it.
  useLayoutEffect(() => {
    if (isOther) setOpen(props.open);
    if (isOther && list && before.current.list && open) sheet.current?.focus();
    before.current = { subject, list };
  }, [subject]);

  const toggle = () => {
    asked.current = true;
    setOpen(!open);
    quietly(() => actions.setOpen(!open));
  };
  return (
    <div
      class="sideline dock"
      lang="en"
      dir="ltr"
      data-place={place}
      data-scheme={scheme ?? undefined}
      style={{ '--lift': `${lift}px` }}
    >
      <Announce key={card?.deal ?? list?.page} text={pillText} />
      {list ? (
        <Pill
          {...{ text: list.pill, shape: shapeOfBand(list.band), band: list.band, open }}
          onToggle={toggle}
          buttonRef={pill}
        />
      ) : card ? (
        <Pill
          {...{ text: card.pill, shape: shapeOf(card), band: card.band, open }}
          onToggle={toggle}
          buttonRef={pill}
        />
      ) : (
        said && <p class="pill still">{said}</p>
      )}
      {card && open && (
        <DealCardView
          key={card.deal}
          card={card}
          actions={actions}
          me={props.me ?? null}
          {...(props.today ? { today: props.today } : {})}
          onClose={toggle}
          onBack={list ? () => actions.pick(null) : undefined}
          error={props.error}
          notice={props.notice}
          cardRef={sheet}
        />
      )}
      {list && !card && open && (
        <ListCardView
          list={list}
          actions={actions}
          onClose={toggle}
          hideEverywhere={() => actions.hideEverywhere()}
          error={props.error}
          cardRef={sheet}
        />
      )}
    </div>
  );
}

/** Remembering is a courtesy: where it fails, the card opens all the same and the page's console stays clean. */
function quietly(work: () => Work) {
  try {
    work()?.catch(() => {});
  } catch {}
}

/** Speaks the pill's words when they become others, and is silent when the page opens. */
function Announce({ text }: { text: string | null }) {
  const before = useRef(text);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (text !== before.current && text) setSaid(text);
    before.current = text;
  }, [text]);
  return (
    <p class="unseen" role="status">
      {said}
    </p>
  );
}
