import { isLikeFormula } from '../inert-text.ts';
import { ROWS_PER_TURN } from '../progress.ts';
import { cellXmlText } from './xml-text.ts';

/** A text of the workbook by its place among all; `isFormula`: a spreadsheet might take it for one. */
export type SharedText = { at: number; isFormula: boolean };

/** Every text that a workbook's cells show, each once: most stand in many rows. */
export class SharedTexts {
  private readonly known = new Map<string, SharedText>();
  private uses = 0;

  of(text: string): SharedText {
    this.uses++;
    const known = this.known.get(text);
    if (known) return known;
    const fresh = { at: this.known.size, isFormula: isLikeFormula(text) };
    this.known.set(text, fresh);
    return fresh;
  }

  /** The part's XML, piece by piece. */
  *xml(): Generator<string> {
    const counts = `count="${this.uses}" uniqueCount="${this.known.size}"`;
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${counts}>`;
    const texts = [...this.known.keys()];
    for (let at = 0; at < texts.length; at += ROWS_PER_TURN) {
      const some = texts.slice(at, at + ROWS_PER_TURN);
      yield some.map((text) => `<si>${cellXmlText(text)}</si>`).join('');
    }
    yield '</sst>';
  }
}
