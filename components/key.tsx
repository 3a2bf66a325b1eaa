/** The key that does the same, beside the words of a button that carries it as `aria-keyshortcuts`. */
export function Key({ name }: { name: string }) {
  return (
    <span class="key" aria-hidden="true">
      {name}
    </span>
  );
}
