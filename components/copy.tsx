import { useEffect, useState } from 'preact/hooks';
import { ActButton } from './act-button.tsx';
import type { Work } from './actions.ts';

/** The line that the CRM itself carries to the other browser, ready to paste. */
export function Copy({ text, copy }: { text: string; copy: (text: string) => Work }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 4000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div class="courier">
      <p>{text}</p>
      <ActButton look="text" label={`Copy for the CRM: ${text}`} work={() => copy(text)} done={() => setCopied(true)}>
        <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
      </ActButton>
    </div>
  );
}
