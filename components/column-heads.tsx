/** The head of a table of figures: what its rows are, then its figures. */
export function ColumnHeads({ first, figures }: { first: string; figures: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {figures.map((figure) => (
          <th key={figure} scope="col" class="number">
            {figure}
          </th>
        ))}
      </tr>
    </thead>
  );
}
