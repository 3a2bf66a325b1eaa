import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPieces, SNAPSHOT_FORM } from '../../../lib/snapshot/write/json.ts';
import { joined } from '../../../lib/snapshot/write/pieces.ts';
import { hostileDocument } from './hostile-cells.ts';
import { askPython, findPython } from './other-tools.ts';
import { sampleDocument } from './sample-document.ts';

const SCHEMA = 'public/snapshot-1.schema.json';
const python = findPython();
const withSchema = findPython('jsonschema');

describe.skipIf(!python)("a snapshot's JSON read by Python", () => {
  it('has every figure of the document', () => {
    const document = sampleDocument(300);
    const said = askPython(
      python ?? '',
      'import json, sys; print(json.dumps(json.load(sys.stdin)))',
      [],
      joined(jsonPieces({ week: '2026-11-16', leaves: [1, null] }, document)),
    );
    expect(said).toEqual({
      ...{ form: 'sideline-snapshot', version: 1 },
      ...{ content: { week: '2026-11-16', leaves: [1, null] }, document },
    });
  });
});

it('is one text, however many rows it has: that of JSON.stringify', () => {
  const long = Array.from({ length: 2_500 }, (_, at) => ({
    id: `deal ${at}`,
    said: 'a\nb',
    none: [],
    parts: [at, null],
  }));
  const content = {
    form: 1,
    empty: {},
    team: { deals: long.map(({ id }) => id), deep: { deeper: { deepest: [1] } } },
    long,
  };
  for (const document of [{ ...sampleDocument(2_100), locale: undefined }, ...fc.sample(hostileDocument, 30)]) {
    const whole = JSON.stringify({ ...SNAPSHOT_FORM, content, document }, null, 2);
    expect(joined(jsonPieces(content, document)) === `${whole}\n`).toBe(true);
  }
});

describe.skipIf(!withSchema)('the documented schema', () => {
  const CHECK = `
import json, sys, jsonschema
schema = json.load(open(sys.argv[1]))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
print(json.dumps([[error.message for error in validator.iter_errors(one)] for one in json.load(sys.stdin)]))
`;
  const problems = (files: readonly string[]) =>
    askPython(withSchema ?? '', CHECK, [SCHEMA], `[${files.join(',')}]`) as string[][];

  it('takes what is written, whatever stands in it', () => {
    const files = [sampleDocument(), ...fc.sample(hostileDocument, 30)].map((document) =>
      joined(jsonPieces({}, document)),
    );
    expect(problems(files).flat()).toEqual([]);
  });

  it('refuses another version, a cell of no kind and an amount in fractions', () => {
    const file = joined(jsonPieces({}, sampleDocument(1)));
    const wrong = [
      file.replace('"version": 1', '"version": 2'),
      file.replace('"kind": "days"', '"kind": "weeks"'),
      file.replace('"minor": 54000000', '"minor": 54000000.5').replace(/"minor": (\d+)/, '"minor": $1.5'),
    ];
    expect(problems(wrong).map((said) => said.length > 0)).toEqual([true, true, true]);
  });

  it('stands in the extension under the version that is written', () => {
    const { version, form } = JSON.parse(joined(jsonPieces({}, sampleDocument(1))));
    const { properties } = JSON.parse(readFileSync(SCHEMA, 'utf8'));
    expect([properties.form.const, properties.version.const]).toEqual([form, version]);
  });
});
