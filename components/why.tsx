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
      {reasons.map((reason) => (
        <ReasonFold key={reason.signal} reason={reason} />
      ))}
      <details class="fold">
        <summary>
          Arithmetic<span class="figure">{points(score.logOdds)}</span>
        </summary>
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
              <td>{points(score.base)}</td>
            </tr>
            {addends.map((reason) => (
              <tr key={reason.signal}>
                <th scope="row">{capital(reason.title)}</th>
                <td>{points(reason.points)}</td>
                <td>{points(reason.counted)}</td>
              </tr>
            ))}
            {score.learnt && (
              <tr>
                <th scope="row">{score.learnt.title}</th>
                <td />
                <td>{points(score.learnt.counted)}</td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Sum</th>
              <td />
              <td>{points(score.logOdds)}</td>
            </tr>
          </tfoot>
        </table>
        {signs.map((sign) => (
          <ReasonFold key={sign.signal} reason={sign} />
        ))}
        <p class="quiet">{score.note}</p>
      </details>
    </details>
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

function Evidence({ line }: { line: EvidenceLine }) {
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
