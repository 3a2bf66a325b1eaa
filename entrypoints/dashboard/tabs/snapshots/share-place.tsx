import { useEffect, useRef, useState } from 'preact/hooks';
import { saveFile } from '../../../../components/save-file.ts';
import { SnapshotShare } from '../../../../components/snapshots/share-bar.tsx';
import type { Writing } from '../../../../components/snapshots/snapshots-state.ts';
import type { MaskOptions } from '../../../../lib/snapshot/mask.ts';
import type { SheetShown } from '../../questions/snapshots.ts';
import type { SheetChoice } from '../../snapshots/document.ts';
import { writeSheet } from '../../snapshots/write-sheet.ts';

type SharePlaceProps = { choice: SheetChoice; sheet: SheetShown; left: MaskOptions; setLeft(left: MaskOptions): void };

/** Files are written in a worker of their own: it is ended where the user says so. */
export function SharePlace({ choice, sheet, left, setLeft }: SharePlaceProps) {
  const [writing, setWriting] = useState<Writing>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  return (
    <SnapshotShare
      left={left}
      setLeft={setLeft}
      writing={writing}
      actions={{
        save: async (kind) => {
          running.current?.abort();
          const run = new AbortController();
          running.current = run;
          setWriting(0);
          try {
            const file = await writeSheet(choice, kind, run.signal, (told) => {
              if ('share' in told) setWriting(told.share);
            });
            if (file) saveFile(file.name, file.blob);
          } finally {
            if (running.current === run) setWriting(null);
          }
        },
        cancel: () => running.current?.abort(),
        copy: () =>
          navigator.clipboard.write([
            new ClipboardItem({
              'text/html': new Blob([sheet.rich.html], { type: 'text/html' }),
              'text/plain': new Blob([sheet.rich.text], { type: 'text/plain' }),
            }),
          ]),
        print: () => print(),
      }}
    />
  );
}
