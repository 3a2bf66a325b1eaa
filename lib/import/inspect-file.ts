import type { CrmId } from '../deal/reading.ts';
import { type ColumnFormat, formatsOf } from './column-look.ts';
import { crmOf } from './crm-shape.ts';
import { kindOf } from './file-kind.ts';
import { languageOf } from './header-words.ts';
import { type ColumnMatch, matchColumns } from './match-columns.ts';
import { openTable } from './open-table.ts';
import { type Survey, surveyTable } from './survey.ts';
import type { Table, TableChoices } from './table.ts';
import type { FileKind } from './uses.ts';

/** What the user said over what was found; left out: as found. */
export type FileChoices = TableChoices & {
  headerRow?: number | undefined;
  kind?: FileKind | undefined;
  crm?: CrmId | undefined;
};

/** One column as found: how it is read, how it writes, and its first values. */
export type FoundColumn = ColumnMatch & {
  format: ColumnFormat;
  samples: string[];
  /** Dates that could be two days, while nothing in the file settles their order. */
  openDates: number;
};

/** What was found in a file, as plain data. */
export type Found = {
  format: Table['format'];
  encoding: string | null;
  delimiter: string | null;
  sheets: string[];
  sheet: string | null;
  headerRow: number;
  rows: number;
  leftOut: Survey['leftOut'];
  kind: FileKind;
  crm: CrmId;
  /** What says so; empty where nothing does, or the user did. */
  crmWhy: string;
  language: string;
  columns: FoundColumn[];
};

export type Inspected = { table: Table; survey: Survey; found: Found };

const SAMPLES = 3;

/**
 * Opens a file, reads it through once, and says what it is.
 *
 * @throws ImportProblem with the sentences to show.
 */
export async function inspectFile(
  file: Blob,
  name: string,
  choices: FileChoices = {},
  onShare?: (share: number) => void,
): Promise<Inspected> {
  const table = await openTable(file, choices);
  const survey = await surveyTable(table, choices.headerRow ?? null, onShare);
  return { table, survey, found: foundIn(table, survey, name, choices) };
}

/** The same file under other choices of kind and CRM, without reading it again. */
export function foundIn(table: Table, survey: Survey, name: string, choices: FileChoices): Found {
  const { headers, columns, headerRow, rows, leftOut } = survey;
  const samples = columns.map((column) => column.samples);
  const told = crmOf(headers, samples);
  const crm = choices.crm ?? told.crm;
  const kind = choices.kind ?? kindOf(headers, samples, crm, `${name} ${table.sheet ?? ''}`);
  const formats = formatsOf(columns);
  const matches = matchColumns(headers, samples, kind, crm);
  return {
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheets: table.sheets,
    sheet: table.sheet,
    ...{ headerRow, rows, leftOut, kind, crm },
    crmWhy: choices.crm === undefined ? told.why : '',
    language: languageOf(headers),
    columns: matches.map((match, index) => ({
      ...match,
      format: formats[index] ?? { decimal: null, dateOrder: null, share: null },
      samples: samples[index]?.slice(0, SAMPLES) ?? [],
      openDates: columns[index]?.openDates ?? 0,
    })),
  };
}
