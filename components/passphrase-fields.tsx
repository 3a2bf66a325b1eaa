import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Typed twice, for what is typed wrong once is lost. `null`: none is wanted; undefined: not yet the same twice. */
export type Passphrase = string | null | undefined;

export function usePassphrase() {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const value: Passphrase = first === '' && second === '' ? null : first === second ? first : undefined;
  return { first, setFirst, second, setSecond, value, clear: () => [setFirst(''), setSecond('')] };
}

/** Throws the sentence to show where the two differ. */
export function passphraseOf(value: Passphrase): string | null {
  if (value === undefined) throw new Error('The two passphrases are not the same. Nothing was written.');
  return value;
}

type PassphraseProps = { typed: ReturnType<typeof usePassphrase>; children: ComponentChildren };

export function PassphraseFields({ typed, children }: PassphraseProps) {
  return (
    <>
      <div class="pair">
        <label>
          <span>Passphrase, if you want one</span>
          <input
            type="password"
            autocomplete="new-password"
            value={typed.first}
            onInput={(event) => typed.setFirst(event.currentTarget.value)}
          />
        </label>
        <label>
          <span>The same once more</span>
          <input
            type="password"
            autocomplete="new-password"
            value={typed.second}
            aria-invalid={typed.value === undefined && typed.second !== ''}
            onInput={(event) => typed.setSecond(event.currentTarget.value)}
          />
        </label>
      </div>
      <p class="quiet">{children}</p>
    </>
  );
}
