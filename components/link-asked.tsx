import type { KnownOfDeal } from '../lib/team/today/known-of-deal.ts';
import { DealLink } from './deal-rows.tsx';
import { safeHref } from './safe-href.ts';

/** What is known of the deal behind a link that was asked about; `known` null: it was never seen here. */
export function LinkAsked({ url, known, more }: { url: string; known: KnownOfDeal | null; more: string | null }) {
  const href = safeHref(url);
  if (!known) {
    return (
      <section class="card asked" aria-label="The link">
        <h2>Sideline has not seen this deal yet</h2>
        <p>Open it once in the CRM: it is read there, and known from then on.</p>
        {href && (
          <p>
            <a href={href} target="_blank" rel="noreferrer">
              {href}
            </a>
          </p>
        )}
      </section>
    );
  }
  const { row, fields, reasons } = known;
  return (
    <section class="card asked" aria-label="The link">
      <h2>
        <DealLink row={row} visit={undefined} />
      </h2>
      <p>
        {row.amount && `${row.amount}. `}
        {row.detail}.
      </p>
      <dl>
        {fields.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}.</li>
          ))}
        </ul>
      )}
      {more && (
        <p>
          <a href={more}>All that is known of it</a>
        </p>
      )}
    </section>
  );
}
