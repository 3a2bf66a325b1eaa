import { pipelineWords } from '../lib/team/pipeline/pipeline-words.ts';
import type { PipelineRow } from '../lib/team/pipeline/say-row.ts';
import { Glyph } from './glyph.tsx';
import { SHAPES } from './pipeline-row.tsx';
import { COLUMNS, type PipelineState, type PrintedLine } from './pipeline-state.ts';

type PrintProps = { lines: readonly PrintedLine[]; list: PipelineState['list'] };

/** What goes on paper in place of the table in the page, which holds only the rows in sight. */
export function PipelinePrint({ lines, list: { total, of } }: PrintProps) {
  const rows = lines.filter((line) => 'row' in line).length;
  return (
    <div class="pipeline-print">
      <p>
        <b>{pipelineWords.shown(total.deals, of)}</b>
        {total.sums && `: ${total.sums}`}. {total.rests}
      </p>
      {rows < total.deals && (
        <p>The first {rows.toLocaleString()} are printed. A filter makes the list short enough to be printed whole.</p>
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
          {lines.map((line) =>
            'row' in line ? (
              <PrintedRow key={line.row.id} row={line.row} />
            ) : (
              <tr key={line.head.title}>
                <th scope="rowgroup" colSpan={COLUMNS.length}>
                  {line.head.title}, {line.head.total.deals.toLocaleString()}
                  {line.head.total.sums && `: ${line.head.total.sums}`}. {line.head.total.rests}
                </th>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function PrintedRow({ row }: { row: PipelineRow }) {
  return (
    <tr>
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
  );
}
