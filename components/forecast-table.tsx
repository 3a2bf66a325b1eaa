import type { ForecastScreen } from '../lib/team/forecast/forecast-screen.ts';
import type { Line, SaidCall, WhoseLines } from '../lib/team/forecast/say-lines.ts';

const TITLES: Record<Line, string> = {
  closed: 'Closed',
  commit: 'Commit',
  'best-case': 'Best case',
  pipeline: 'Pipeline',
  omitted: 'Left out',
  undated: 'No date',
};

/** A sum that stands open: whose, and which. */
export type PickedSum = { whose: string; line: Line };

export const titleOf = (line: Line): string => TITLES[line];

type TableProps = {
  screen: ForecastScreen;
  lines: readonly Line[];
  picked: PickedSum | null;
  pick(sum: PickedSum): unknown;
};

/** Person by category, in roster order; a sum opens to its deals. */
export function ForecastTable({ screen, lines, picked, pick }: TableProps) {
  const { role, quarter, all, people } = screen;
  const withOurs = quarter.state !== 'over';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="wide" aria-label="By person and category" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Who</th>
            {lines.map((line) => (
              <th key={line} scope="col" class="number">
                {TITLES[line]}
              </th>
            ))}
            <th scope="col" class="number">
              {role === 'rep' ? 'Your call' : 'Rep’s call'}
            </th>
            {role === 'manager' && (
              <th scope="col" class="number">
                Manager’s call
              </th>
            )}
            {withOurs && (
              <th scope="col" class="number">
                Ours
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {[all, ...people].map((row) => (
            <Row key={row.title} {...{ row, lines, picked, pick, withOurs }} withManager={role === 'manager'} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = Pick<TableProps, 'lines' | 'picked' | 'pick'> & {
  row: WhoseLines;
  withOurs: boolean;
  withManager: boolean;
};

function Row({ row, lines, picked, pick, withOurs, withManager }: RowProps) {
  const { title, cells, rep, manager, ours } = row;
  return (
    <tr>
      <th scope="row">{title}</th>
      {lines.map((line) => {
        const { text, deals } = cells[line];
        const isOpen = picked?.whose === title && picked.line === line;
        return (
          <td key={line} class="number">
            {deals.length === 0 ? (
              text
            ) : (
              <button
                type="button"
                class="link figure"
                aria-expanded={isOpen}
                aria-label={`${text}, ${TITLES[line]}, ${title}`}
                onClick={() => pick({ whose: title, line })}
              >
                {text}
              </button>
            )}
          </td>
        );
      })}
      <Call call={rep} />
      {withManager && <Call call={manager} />}
      {withOurs && <td class="number">{ours}</td>}
    </tr>
  );
}

function Call({ call }: { call: SaidCall }) {
  return (
    <td class="number">
      {call.text}
      {call.said && <span class="quiet said">{call.said}</span>}
    </td>
  );
}
