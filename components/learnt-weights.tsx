import { othersLearnt, type WeightMove, weightsMoved } from '../lib/risk/learn/before-after.ts';
import type { Model } from '../lib/risk/learn/model.ts';
import { figureOf, sayMove, sayOther, titleOf } from './check-words.ts';
import { ColumnHeads } from './column-heads.tsx';

/** Shown at once; the others are a click away. */
const FIRST = 8;
const OTHERS_FIRST = 6;

/** What each sign counts for, before and after: as shipped, and in an earlier learning where there was one. */
export function LearntWeights({ model, former }: { model: Model; former: Model | null }) {
  const moves = weightsMoved(model, null);
  const before = former && new Map(weightsMoved(model, former).map((one) => [one.signal, one.before]));
  const most = Math.max(...moves.flatMap((one) => [Math.abs(one.before), Math.abs(one.after)]), 1);
  const table = (some: readonly WeightMove[]) => (
    <table class="weights">
      <ColumnHeads first="Sign" figures={['Shipped', ...(before ? ['Before'] : []), 'Now']} />
      <tbody>
        {some.map((move) => (
          <tr key={move.signal} data-signal={move.signal}>
            <th scope="row">
              {titleOf(move.signal)} <span class="quiet">{sayMove(move)}</span>
              <Bars move={move} most={most} />
            </th>
            <td class="number">{figureOf(move.before)}</td>
            {before && <td class="number">{figureOf(before.get(move.signal) ?? 0)}</td>}
            <td class="number">{figureOf(move.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <>
      <h3>What each sign counts for</h3>
      <p class="quiet">
        Above 0 a sign speaks against the deal, below 0 for it. The outlined bar is as shipped, the filled one is now.
      </p>
      {table(moves.slice(0, FIRST))}
      <details>
        <summary>The other {moves.length - FIRST}, which moved less</summary>
        {table(moves.slice(FIRST))}
      </details>
      <Others model={model} />
    </>
  );
}

const WIDTH = 200;

/** Two bars one below the other; the table beside them says the figures. */
function Bars({ move: { before, after }, most }: { move: WeightMove; most: number }) {
  const width = (value: number) => (Math.abs(value) / most) * (WIDTH - 2);
  return (
    <svg class="bars" viewBox={`0 0 ${WIDTH} 14`} aria-hidden="true">
      <rect class="shipped" x="1" y="1" width={width(before)} height="5" />
      <rect class="now" x="1" y="8" width={width(after)} height="5" />
    </svg>
  );
}

/** What counts beside the signs, which the weights as shipped do not know. */
function Others({ model }: { model: Model }) {
  const others = othersLearnt(model).filter(({ weight }) => weight !== 0);
  if (others.length === 0) return null;
  const list = (some: typeof others) => (
    <ul>
      {some.map(({ name, weight }) => (
        <li key={name}>
          {sayOther(name)}: {weight > 0 ? 'against' : 'for'} the deal, {figureOf(weight)}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <h3>What else was found to count</h3>
      <p class="quiet">For a deal that has clearly more of it than is usual here.</p>
      {list(others.slice(0, OTHERS_FIRST))}
      {others.length > OTHERS_FIRST && (
        <details>
          <summary>{others.length - OTHERS_FIRST} more, which count less</summary>
          {list(others.slice(OTHERS_FIRST))}
        </details>
      )}
    </>
  );
}
