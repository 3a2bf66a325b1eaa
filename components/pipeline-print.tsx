import { pipelineWords } from '../lib/team/pipeline/pipeline-words.ts';
import type { PipelineRow } from '../lib/team/pipeline/say-row.ts';
import { Glyph } from './glyph.tsx';
import { SHAPES } from './pipeline-row.tsx';
import { COLUMNS, type PipelineState } from './pipeline-state.ts';

type PrintProps = { rows: readonly PipelineRow[]; of: number; list: PipelineState['list'] };

/** What goes on paper in place of the table in the page, which holds only the rows in sight. */
export function PipelinePrint({ rows, of, list: { total } }: PrintProps) {
  return (
    <div class="pipeline-print">
      <p>
        <b>{pipelineWords.shown(total.deals, of)}</b>
        {total.sums && `: ${total.sums}`}. {total.rests}
      </p>
      {rows.length < total.deals && (
        <p>
          The first {rows.length.toLocaleString()} are printed. A filter makes the list short enough to be printed
          whole.
        </p>
      )}
      <table>
        <thead>
          <tr>
            {COLUMNS.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Glyph shape={SHAPES[row.mark.kind]} /> {row.mark.text}
              </td>
              <td>{row.name}</td>
              <td>{row.owner}</td>
              <td>{row.amount}</td>
              <td>{row.stage}</td>
              <td>{row.age}</td>
              <td>{[row.close, row.passed && 'passed', row.pushed].filter(Boolean).join(', ')}</td>
              <td>{[row.next, row.due].filter(Boolean).join(', ')}</td>
              <td>{row.seen}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
