/** What one row is on a page, and where the deal's id stands in its markup. */
export type RowShape = { row: string; id: RegExp | null };

/**
 * Runs in the page: repeats its rows, each with an id of its own, until there are `count`. Rows of a board go on in the
 * columns they stand in. Returns how many there are.
 */
export function fillRows({ row, id, count }: { row: string; id: { source: string } | null; count: number }): number {
  const roots: ParentNode[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const rows = roots.flatMap((root) => [...root.querySelectorAll(row)]);
  for (let made = rows.length; made < count; made++) {
    const from = rows[made % rows.length];
    if (!from?.parentElement) return made;
    const box = document.createElement('template');
    const old = id ? new RegExp(id.source).exec(from.outerHTML)?.[0] : undefined;
    const fresh = old && `${old.slice(0, 5)}${10_000 + made}${old.slice(10)}`;
    box.innerHTML = old && fresh ? from.outerHTML.replaceAll(old, fresh) : from.outerHTML;
    from.parentElement.append(box.content);
  }
  return Math.max(count, rows.length);
}

/** Runs in the page: puts each cell's text behind two open shadow roots, as Lightning's tables do. */
export function shadeCells(): void {
  const roots: ParentNode[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  for (const cell of roots.flatMap((root) => [...root.querySelectorAll('td > [data-cell-type]')])) {
    const outer = document.createElement('lightning-primitive-cell-factory');
    const inner = document.createElement('lst-formatted-text');
    inner.attachShadow({ mode: 'open' }).append(...cell.childNodes);
    cell.replaceWith(outer);
    cell.append(inner);
    outer.attachShadow({ mode: 'open' }).append(cell);
  }
}

/** Runs in the page: moves what only makes it big into the record's own shadow root. */
export function shadeBallast(host: string): void {
  const ballast = document.querySelector('.ballast');
  if (ballast) document.querySelector(host)?.shadowRoot?.append(ballast);
}
