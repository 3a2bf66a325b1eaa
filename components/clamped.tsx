import { useState } from 'preact/hooks';

/** About four lines in the card; a CRM's text field may hold pages. */
const CLAMP_AT = 180;

/** Long text cut at a word, with the rest one click away. */
export function Clamped({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  if (text.length <= CLAMP_AT * 1.2) return <>{text}</>;
  const cut = text.slice(0, CLAMP_AT).replace(/\s+\S*$/, '');
  return (
    <>
      {whole ? text : `${cut}…`}{' '}
      <button type="button" class="link" aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {whole ? 'less' : 'more'}
      </button>
    </>
  );
}
