import { useState } from 'preact/hooks';
import { type Money, money } from '../lib/deal/money.ts';
import { codesWith } from './currency-codes.ts';
import { parseAmount } from './parse-amount.ts';

/** What stands in the two fields. `amount` null: not understood, or nothing yet. */
export type TypedAmount = {
  text: string;
  code: string;
  amount: Money | null;
  type(text: string): void;
  choose(code: string): void;
};

/** `read`: gives an amount in whole units, or null. */
export function useTypedAmount(currency: string, read: (text: string) => number | null = parseAmount): TypedAmount {
  const [text, type] = useState('');
  const [code, choose] = useState(currency);
  const amount = read(text);
  return { text, code, type, choose, amount: amount === null ? null : money(amount, code) };
}

type FieldsProps = {
  typed: TypedAmount;
  label: string;
  example: string;
  /** ISO 4217 codes that are in use here, offered first. */
  codes: readonly (string | null)[];
};

/** An amount and its currency. */
export function AmountFields({ typed: { text, code, amount, type, choose }, label, example, codes }: FieldsProps) {
  return (
    <>
      <label class="grow">
        <span>{label}</span>
        <input
          required
          inputMode="decimal"
          autocomplete="off"
          placeholder={example}
          value={text}
          aria-invalid={text !== '' && amount === null}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
      </label>
      <label class="code">
        <span>Currency</span>
        <select value={code} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {codesWith(...codes).map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
    </>
  );
}
