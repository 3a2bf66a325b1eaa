import writeXlsxFile from 'write-excel-file/node';

export type SheetCell = string | number | boolean | Date | null;

/** A workbook as a program writes it: figures as figures, dates as serials with a date's format. */
export async function makeWorkbook(sheets: Record<string, SheetCell[][]>): Promise<Buffer> {
  const data = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((value) => (value instanceof Date ? { value, format: 'yyyy-mm-dd' } : value === null ? null : { value })),
    ),
  }));
  return writeXlsxFile(data as Parameters<typeof writeXlsxFile>[0]).toBuffer();
}
