import type { Encoding } from '../../lib/import/encoding.ts';

const tables = new Map<Encoding, Map<string, number[]>>();

/** Which bytes stand for a character, from what the decoder makes of all of them. */
function tableOf(encoding: Encoding): Map<string, number[]> {
  let table = tables.get(encoding);
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder(encoding);
  const add = (...bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\uFFFD' && !table?.has(text)) table?.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  if (encoding === 'shift_jis') {
    for (let lead = 0x81; lead <= 0xfc; lead++) for (let trail = 0x40; trail <= 0xfc; trail++) add(lead, trail);
  }
  tables.set(encoding, table);
  return table;
}

/** A text in an encoding, as an export would write it; what it has no sign for becomes a question mark. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
    return bytes;
  }
  const table = tableOf(encoding);
  return Uint8Array.from([...text].flatMap((char) => table.get(char) ?? [63]));
}
