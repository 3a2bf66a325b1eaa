import type { SheetLink } from './sheet-rows.ts';
import { xmlText } from './xml-text.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** `headRow`: the row that is repeated on each printed page; 0: none. */
export type PackageSheet = { name: string; headRow: number };

const relation = (id: string, kind: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${xmlText(target)}"${more}/>`;
const relations = (rows: readonly string[]) =>
  `${HEAD}<Relationships xmlns="${RELATIONS}">${rows.join('')}</Relationships>`;

/** A place in a workbook: quotes around the sheet's name, and those inside doubled. */
export const placeOf = (sheet: string, ref: string): string => `'${sheet.replaceAll("'", "''")}'!${ref}`;

/** What every workbook holds besides its sheets, styles and texts (ECMA-376, part 1), by path. */
export function packageParts(sheets: readonly PackageSheet[]): [path: string, xml: string][] {
  const override = (path: string, type: string) => `<Override PartName="${path}" ContentType="${TYPES}.${type}+xml"/>`;
  const titles = sheets.flatMap(({ name, headRow }, at) =>
    headRow > 0
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${xmlText(placeOf(name, `$${headRow}:$${headRow}`))}</definedName>`,
        ]
      : [],
  );
  return [
    [
      '[Content_Types].xml',
      [
        `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
        override('/xl/workbook.xml', 'sheet.main'),
        override('/xl/styles.xml', 'styles'),
        override('/xl/sharedStrings.xml', 'sharedStrings'),
        ...sheets.map((_, at) => override(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet')),
        '</Types>',
      ].join(''),
    ],
    ['_rels/.rels', relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')])],
    [
      'xl/workbook.xml',
      [
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`,
        ...sheets.map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`),
        '</sheets>',
        titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '',
        '</workbook>',
      ].join(''),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
        relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml'),
        relation(`rId${sheets.length + 2}`, 'sharedStrings', 'sharedStrings.xml'),
      ]),
    ],
  ];
}

export type SheetFrame = {
  /** Rows that stay in sight. */
  frozen: number;
  /** In letters of the usual font. */
  widths: readonly number[];
  isLandscape: boolean;
};

export function sheetHead({ frozen, widths, isLandscape }: SheetFrame, isFirst: boolean): string {
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`;
  const cols = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  return [
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView ${isLandscape ? '' : 'showGridLines="0" '}${isFirst ? 'tabSelected="1" ' : ''}workbookViewId="0">${frozen > 0 ? pane : ''}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    cols.length > 0 ? `<cols>${cols.join('')}</cols>` : '',
    '<sheetData>',
  ].join('');
}

/** What follows the rows, in the order that the standard asks for. `filter`: a range with its heads, or null. */
export function sheetTail(
  { isLandscape }: SheetFrame,
  { filter, merged, links }: { filter: string | null; merged: readonly string[]; links: readonly SheetLink[] },
): string {
  const hyperlinks = links.map(({ ref, to }) =>
    'url' in to
      ? `<hyperlink ref="${ref}" r:id="${to.id}"/>`
      : `<hyperlink ref="${ref}" location="${xmlText(to.place)}"/>`,
  );
  return [
    '</sheetData>',
    filter === null ? '' : `<autoFilter ref="${filter}"/>`,
    merged.length > 0
      ? `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '',
    hyperlinks.length > 0 ? `<hyperlinks>${hyperlinks.join('')}</hyperlinks>` : '',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup orientation="${isLandscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    '</worksheet>',
  ].join('');
}

/** Where the links of a sheet lead; null where none leaves the workbook. */
export function sheetRelations(links: readonly SheetLink[]): string | null {
  const urls = new Map(links.flatMap(({ to }) => ('url' in to ? [[to.id, to.url] as const] : [])));
  const outside = [...urls].map(([id, url]) => relation(id, 'hyperlink', url, ' TargetMode="External"'));
  return outside.length > 0 ? relations(outside) : null;
}
