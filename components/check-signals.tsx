import type { SelfCheck, SignalCheck } from '../lib/risk/self-check.ts';
import { ofOf, TOO_FEW, titleOf } from './check-words.ts';
import { ColumnHeads } from './column-heads.tsx';
import { DataSection } from './data-section.tsx';

/** Each signal's hits and false alarms, beside the deals that it was silent on. */
export function SignalsSection({ check: { signals, deals } }: { check: SelfCheck }) {
  const ordered = [...signals].sort((a, b) => Number(b.enough) - Number(a.enough) || b.notWon.of - a.notWon.of);
  return (
    <DataSection title="Each signal by itself">
      <p class="quiet">
        Of {deals.toLocaleString()} deals those on which the signal spoke at some look: a hit was not won, a false alarm
        was.
      </p>
      {ordered.length === 0 ? (
        <p>No signal spoke on any of these deals.</p>
      ) : (
        <table>
          <ColumnHeads first="Signal" figures={['Hits', 'False alarms']} />
          <tbody>
            {ordered.map((one) => (
              <tr key={one.signal} data-signal={one.signal}>
                <th scope="row">
                  {titleOf(one.signal)} <span class="quiet">{sayWithout(one)}</span>
                </th>
                <td class="number">{one.hits.toLocaleString()}</td>
                <td class="number">{one.falseAlarms.toLocaleString()}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </DataSection>
  );
}

function sayWithout({ without, enough }: SignalCheck): string {
  if (without.of === 0) return `it spoke on all; ${TOO_FEW}`;
  return `${ofOf(without)} not won without it${enough ? '' : `; ${TOO_FEW}`}`;
}
