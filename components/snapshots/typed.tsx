type TypedProps = { label: string; text: string; most: number; keep: (text: string) => void };

/** A line of the manager's, kept letter by letter. */
export function Typed({ label, text, most, keep }: TypedProps) {
  return (
    <label class="typed">
      <span>{label}</span>
      <textarea
        rows={1}
        maxLength={most}
        defaultValue={text}
        onInput={({ currentTarget }) => keep(currentTarget.value.trim())}
      />
    </label>
  );
}
