/** What one file may bring. A CRM's whole export is far below all of these; what is above is refused in one sentence. */
export const IMPORT_LIMITS = {
  /** Bytes of a text file; it is read as a stream. */
  csvBytes: 500_000_000,
  /** Bytes of a workbook, packed and unpacked; it is held in memory. */
  xlsxBytes: 40_000_000,
  unpackedBytes: 250_000_000,
  /** Cells of one sheet, empty ones between others included. */
  cells: 10_000_000,
  rows: 1_000_000,
  columns: 500,
  /** Characters of one row; a longer one is refused, and the next line begins a new one. */
  rowChars: 400_000,
  /** Rows of a portion. */
  portion: 500,
  /** Refused rows that are kept with their reasons. */
  refused: 50_000,
} as const;
