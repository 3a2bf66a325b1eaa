import type { DealCard, EvidenceLine, Reason } from '../lib/coaching/card.ts';

const figure = new Intl.NumberFormat(undefined, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: 'exceptZero',
});

/** With a true minus, as wide as the plus above it. */
const points = (value: number) => figure.format(value).replace('-', '\u2212');

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** From the word on the pill down to the raw text on the page, one native disclosure inside the other. */
export function Why({ card }: { card: DealCard }) {
  const { reasons, signs, score } = card;
  const addends = [...reasons, ...signs];
  return (
    <details class="fold" data-part="why">
      <summary>
        Why<span>{reasons.length ? reasons.map((reason) => reason.title).join(' · ') : score.text}</span>
      </summary>
      <p class="quiet">{score.text}</p>
      {score.chances && <p>{score.chances}.</p>}
      {reasons.map((reason) => (
        <ReasonFold key={reason.signal} reason={reason} />
      ))}
      <details class="fold">
        <summary>
          Arithmetic<span class="figure">{points(score.logOdds)}</span>
        </summary>
        <Sums base={score.base} addends={[...addends, ...(score.learnt ? [score.learnt] : [])]} sum={score.logOdds} />
        {signs.map((sign) => (
          <ReasonFold key={sign.signal} reason={sign} />
        ))}
        <p class="quiet">{score.note}</p>
      </details>
      {score.split && (
        <details class="fold" data-part="split">
          <summary>
            Lost or late<span>{score.split.text}</span>
          </summary>
          <Sums base={score.split.base} addends={score.split.addends} sum={score.split.logOdds} />
        </details>
      )}
    </details>
  );
}

type Addend = { title: string; counted: number; points?: number };

/** A base and what is added to it, down to the sum. */
function Sums({ base, addends, sum }: { base: number; addends: readonly Addend[]; sum: number }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Log-odds</th>
          <th scope="col">alone</th>
          <th scope="col">counted</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Base</th>
          <td />
          <td>{points(base)}</td>
        </tr>
        {addends.map((addend) => (
          <tr key={addend.title}>
            <th scope="row">{capital(addend.title)}</th>
            <td>{addend.points !== undefined && points(addend.points)}</td>
            <td>{points(addend.counted)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Sum</th>
          <td />
          <td>{points(sum)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function ReasonFold({ reason }: { reason: Reason }) {
  return (
    <details class="fold">
      <summary>
        {capital(reason.title)}
        <span class="figure">{points(reason.counted)}</span>
      </summary>
      <p>{reason.fact}</p>
      <p class="quiet">{reason.limit}.</p>
      <p class="quiet">
        {points(reason.points)}
        {reason.counted === reason.points ? ': ' : ` alone, ${points(reason.counted)} counted: `}
        {reason.share}.
      </p>
      {reason.evidence.map((line, at) => (
        <Evidence key={at} line={line} />
      ))}
    </details>
  );
}

/** Who is on the deal, as its page says: one quiet line that opens to all of them. */
export function Contacts({ card: { contacts } }: { card: DealCard }) {
  const [first, ...more] = contacts;
  return (
    first && (
      <details class="fold" data-part="contacts">
        <summary>
          Contacts
          <span>
            {first.field}
            {more.length > 0 && `, ${more.length} more`}
          </span>
        </summary>
        {contacts.map((line, at) => (
          <Evidence key={at} line={line} />
        ))}
      </details>
    )
  );
}

export function Evidence({ line }: { line: EvidenceLine }) {
  return (
    <dl class="evidence">
      <dt>
        {capital(line.field)}, {line.page}, {line.seen}
      </dt>
      <dd class="raw">{line.raw ? `“${line.raw}”` : 'Nothing stood there.'}</dd>
      <dd class="rule">{line.rule}</dd>
    </dl>
  );
}
