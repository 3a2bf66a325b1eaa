import type { Preview } from '../lib/import/preview-rows.ts';

/** The first rows as they will be stored. */
export function ImportPreview({ preview }: { preview: Preview }) {
  const { columns, rows, refused } = preview;
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">The first rows, as they will be stored</h2>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard
        <section class="wide" aria-label="First rows" tabIndex={0}>
          <table class="preview">
            <thead>
              <tr>
                <th scope="col">Line</th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, cells }) => (
                <tr key={row}>
                  <th scope="row">{row}</th>
                  {cells.map(({ text, state }, index) => (
                    <td key={index} data-state={state}>
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {refused.map(({ row, why }) => (
        <p key={row} class="quiet">
          Line {row}: {why}
        </p>
      ))}
    </section>
  );
}
