import type { ComponentChildren } from 'preact';
import './svg-focus.ts';

export type LegendEntry = { key: string; label: string; look: string };

type FrameProps = {
  title: string;
  /** Said to whoever cannot see the chart: what it shows, in a sentence. */
  summary: string;
  legend?: readonly LegendEntry[];
  /** The same figures as rows. */
  table: { heads: readonly string[]; rows: readonly (readonly string[])[] };
  children: ComponentChildren;
};

/** A chart with its name, what its colours mean, and the table behind it. */
export function ChartFrame({ title, summary, legend = [], table, children }: FrameProps) {
  return (
    <figure class="chart" aria-label={`${title}. ${summary}`}>
      <figcaption>
        <b>{title}</b>
        {legend.length > 0 && (
          <ul class="legend">
            {legend.map(({ key, label, look }) => (
              <li key={key}>
                <svg width="12" height="12" aria-hidden="true" class={`swatch ${look}`}>
                  <rect width="12" height="12" rx="2" />
                </svg>
                {label}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
      {children}
      <details>
        <summary>As a table</summary>
        <div class="wide">
          <table>
            <thead>
              <tr>
                {table.heads.map((head, at) => (
                  <th key={head} scope="col" class={at > 0 ? 'number' : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([first = '', ...cells]) => (
                <tr key={first}>
                  <th scope="row">{first}</th>
                  {cells.map((cell, at) => (
                    <td key={table.heads[at + 1]} class="number">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
