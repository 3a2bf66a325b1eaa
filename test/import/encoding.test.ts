import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENCODINGS, type Encoding, encodingOf, lookAtBytes } from '../../lib/import/encoding.ts';
import { encode } from './encode.ts';

const TEXTS: Partial<Record<Encoding, string>> = {
  'windows-1252': 'Größe;Straße;Änderung über Köln – „Süd“;déjà vu à Orléans;Señor Núñez, mañana;100 €',
  'windows-1250': 'Łódź;Gdańsk, święta;źródło;Wałęsa;Příliš žluťoučký kůň;Győr, hűtő',
  'windows-1251': 'Сделка;Поставка оборудования;Москва, Санкт-Петербург;Выиграно;Сумма',
  shift_jis: '商談名;フェーズ;取引先名;完了予定日;株式会社のぞみ',
};

async function found(bytes: Uint8Array): Promise<Encoding | null> {
  return encodingOf(await lookAtBytes(new Blob([bytes as Uint8Array<ArrayBuffer>])));
}

test.each(Object.entries(TEXTS) as [Encoding, string][])(
  '%s is told by what its bytes would mean',
  async (encoding, text) => {
    const bytes = encode(`Name;Wert\r\n${text}\r\n`.repeat(5), encoding);
    expect(await found(bytes)).toBe(encoding);
    expect(new TextDecoder(encoding).decode(bytes)).toContain(text);
  },
);

test('UTF-8 and UTF-16 are known with their marks and without', async () => {
  const text = 'Deal Name,Amount\nGrößler & Söhne,1\nKühlhaus,2\n';
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    for (const mark of ['', '\uFEFF'])
      expect(await found(encode(mark + text, encoding)), `${encoding} ${mark.length}`).toBe(encoding);
  }
});

test('the first accent may stand far behind the beginning', async () => {
  const plain = 'Deal,Amount\n'.repeat(60_000);
  expect(await found(encode(`${plain}Größler,1\n`, 'windows-1252'))).toBe('windows-1252');
  expect(await found(encode(`${plain}Größler,1\n`, 'utf-8'))).toBe('utf-8');
});

test('bytes that are no text have no encoding', async () => {
  expect(await found(Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7919 + 13) % 256))).toBeNull();
});

test('property: whatever text is written in Unicode is read as such', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('utf-8', 'utf-16le', 'utf-16be' as const),
      fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 }),
      async (encoding, words) => {
        const text = `\uFEFFName,Amount\n${words.map((word) => word.replace(/[\p{Cc}\p{Cs}]/gu, '')).join('\n')}`;
        const bytes = encode(text, encoding as Encoding);
        const said = await found(bytes);
        expect(said).toBe(encoding);
        expect(ENCODINGS).toContain(said);
      },
    ),
    { numRuns: 60 },
  );
});
