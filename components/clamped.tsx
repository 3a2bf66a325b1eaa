import { useState } from 'preact/hooks';

/** About four lines in the card; a CRM's text field may hold pages. */
const CLAMP_AT = 180;

/** Long text cut at a word, with the rest one click away. */
export function Clamped({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  if (text.length <= CLAMP_AT * 1.2) return <>{text}</>;
  const room = text.slice(0, CLAMP_AT);
  // At a word, unless the last one is so long that little would be left.
  const cut = room.slice(0, Math.max(room.lastIndexOf(' '), CLAMP_AT * 0.8)).trimEnd();
  return (
    <>
      {whole ? text : `${cut}…`}{' '}
      <button type="button" class="link" aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {whole ? 'less' : 'more'}
      </button>
    </>
  );
}
