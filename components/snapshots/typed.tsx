type TypedProps = { label: string; text: string; most: number; keep: (text: string) => void };

/** A line of the manager's, kept when the field is left. */
export function Typed({ label, text, most, keep }: TypedProps) {
  return (
    <label class="typed">
      <span>{label}</span>
      <textarea
        rows={1}
        maxLength={most}
        defaultValue={text}
        onChange={({ currentTarget }) => keep(currentTarget.value.trim())}
      />
    </label>
  );
}
