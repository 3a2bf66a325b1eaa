import { ENOUGH, type ReliabilityCheck, type SelfCheck } from '../lib/risk/self-check.ts';
import { ofOf, rangeOf, sayPercent } from './check-words.ts';
import { ColumnHeads } from './column-heads.tsx';
import { DataSection } from './data-section.tsx';

/** What was said as a chance against what came. */
export function ReliabilitySection({ check: { reliability } }: { check: SelfCheck }) {
  return (
    <DataSection title="Said and come true">
      {reliability.length === 0 ? (
        <p>No percentage is said yet, so none can be checked. Percentages need 50 ended deals and something learnt.</p>
      ) : (
        <>
          <p class="quiet">
            Each deal was judged by what had been learnt before its end. On the dashed line what was said came true as
            often as said; above it more deals were not won than said. A filled point rests on {ENOUGH} deals or more, a
            hollow one on too few to say.
          </p>
          <Plot reliability={reliability} />
          <table>
            <ColumnHeads first="Said" figures={['Not won', 'Likely between']} />
            <tbody>
              {reliability.map(({ from, said, came }) => (
                <tr key={from}>
                  <th scope="row">{sayPercent(said)}</th>
                  <td class="number">{ofOf(came)}</td>
                  <td class="number">{rangeOf(came)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </DataSection>
  );
}

const SIDE = 260;
const LEFT = 44;
const TOP = 8;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const CAP = 4;

const x = (share: number) => LEFT + share * SIDE;
const y = (share: number) => TOP + (1 - share) * SIDE;

function Plot({ reliability }: { reliability: readonly ReliabilityCheck[] }) {
  return (
    <svg
      class="plot"
      viewBox={`0 0 ${LEFT + SIDE + 16} ${TOP + SIDE + 44}`}
      role="img"
      aria-label="What was said against what came true; the same figures stand in the table below."
    >
      {TICKS.map((tick) => (
        <g key={tick}>
          <line class="grid" x1={x(tick)} x2={x(tick)} y1={y(0)} y2={y(1)} />
          <line class="grid" x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} />
          <text x={x(tick)} y={y(0) + 16} text-anchor="middle">
            {tick * 100}
          </text>
          <text x={LEFT - 6} y={y(tick) + 4} text-anchor="end">
            {tick * 100}
          </text>
        </g>
      ))}
      <line class="even" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      {reliability.map(({ from, said, came }) => (
        <g key={from} class="seen">
          <line x1={x(said)} x2={x(said)} y1={y(came.low)} y2={y(came.high)} />
          <line x1={x(said) - CAP} x2={x(said) + CAP} y1={y(came.low)} y2={y(came.low)} />
          <line x1={x(said) - CAP} x2={x(said) + CAP} y1={y(came.high)} y2={y(came.high)} />
          <circle class={came.of >= ENOUGH ? 'full' : 'hollow'} cx={x(said)} cy={y(came.share)} r="5" />
        </g>
      ))}
      <text x={x(0.5)} y={y(0) + 36} text-anchor="middle">
        Said: not won, %
      </text>
      <text x={-y(0.5)} y="12" text-anchor="middle" transform="rotate(-90)">
        Came: not won, %
      </text>
    </svg>
  );
}
