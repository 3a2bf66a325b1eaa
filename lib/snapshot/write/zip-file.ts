import { Zip, ZipDeflate } from 'fflate';
import { UNIT_MOST, utf8Into } from '../utf8.ts';

/** The same document makes the same bytes: an archive's own clock is no part of it. */
const NO_TIME = new Date(1980, 0, 1);
/** Past 3 a workbook takes half as long again and is a twentieth smaller. */
const LEVEL = 3;

/**
 * An archive that grows piece by piece, so that its maker can stop between two. All in this thread: fflate's other way
 * starts workers made from text, which our policy forbids, and waits for them without end.
 */
export class ZipFile {
  private bytes = new Uint8Array();
  private readonly pieces: Uint8Array<ArrayBuffer>[] = [];
  private readonly zip = new Zip((error, piece) => {
    if (error) throw error;
    this.pieces.push(piece as Uint8Array<ArrayBuffer>);
  });

  /** A part to write piece by piece; it is whole after `end`, and only then may the next begin. */
  begin(path: string): { write(text: string): void; end(): void } {
    const part = new ZipDeflate(path, { level: LEVEL });
    part.mtime = NO_TIME;
    this.zip.add(part);
    return {
      write: (text) => {
        if (this.bytes.length < text.length * UNIT_MOST) this.bytes = new Uint8Array(text.length * UNIT_MOST);
        part.push(this.bytes.subarray(0, utf8Into(text, this.bytes, 0)));
      },
      end: () => part.push(new Uint8Array(), true),
    };
  }

  add(path: string, text: string): void {
    const part = this.begin(path);
    part.write(text);
    part.end();
  }

  close(type: string): Blob {
    this.zip.end();
    return new Blob(this.pieces, { type });
  }
}
