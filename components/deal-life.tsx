import { useEffect, useRef } from 'preact/hooks';
import type { DealLife } from '../lib/team/pipeline/life.ts';
import { ActButton } from './act-button.tsx';
import type { Work } from './actions.ts';
import { Course } from './deal-course.tsx';
import { Glyph, shapeOf } from './glyph.tsx';
import { LifeTimeline } from './life-timeline.tsx';
import { safeHref } from './safe-href.ts';
import { Why } from './why.tsx';

/** `takeBack`: the user's word for how the deal ended was wrong. */
type LifeProps = { life: DealLife; back: string; takeBack: () => Work };

/** One deal from its first look to now. The reader comes here by a click: the heading has the focus. */
export function DealLifeView({ life, back, takeBack }: LifeProps) {
  const { card, facts, isOpen, said, items, points, bandFrom } = life;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [card.deal]);
  const href = safeHref(card.url);
  return (
    <div class="deal-life">
      <p>
        <a href={back}>Back to the pipeline</a>
      </p>
      <section class="panel" aria-labelledby="life-name">
        <h2 id="life-name" tabIndex={-1} ref={heading}>
          {card.name || 'A deal whose name was not seen'}
        </h2>
        <p class="mark-line">
          <Glyph shape={shapeOf(card)} /> {card.pill}
        </p>
        <p>{card.line1}</p>
        {said && (
          <p>
            {said}{' '}
            <ActButton look="text" work={takeBack}>
              Take it back
            </ActButton>
          </p>
        )}
        <dl class="life-facts">
          {facts.map(({ title, text }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          {card.nextStep && (
            <div>
              <dt>Next step</dt>
              <dd>{[card.nextStep.text, card.nextStep.due].filter(Boolean).join(', ')}</dd>
            </div>
          )}
          <div>
            <dt>Last look</dt>
            <dd>{card.freshness.text}</dd>
          </div>
        </dl>
        <p>
          {href && (
            <a href={href} target="_blank" rel="noreferrer">
              Open in the CRM
            </a>
          )}
        </p>
        <p class="quiet">
          {card.confidence.text}. {card.basis}
        </p>
      </section>
      {isOpen && (
        <section class="panel" aria-label="Reasons">
          <h2>Reasons</h2>
          <Why card={card} />
        </section>
      )}
      <section class="panel" aria-label="Over its life">
        <h2>Over its life</h2>
        <p class="quiet">What the score of today would have said at each look, from what was known then.</p>
        <Course course={{ points }} bandFrom={bandFrom} hasEnded={!isOpen} />
      </section>
      <LifeTimeline items={items} />
    </div>
  );
}

/** An address that leads to no deal on record. */
export function NoSuchDeal({ back }: { back: string }) {
  return (
    <section class="panel" aria-label="What to do next">
      <h2>Sideline has not seen this deal</h2>
      <p>
        It may have been erased, or joined with another one. Open the deal in your CRM once and it is on record, or go{' '}
        <a href={back}>back to the pipeline</a> and look for its name.
      </p>
    </section>
  );
}
