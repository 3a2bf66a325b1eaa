import { ActButton } from './act-button.tsx';
import { ColumnHeads } from './column-heads.tsx';
import { DataSection } from './data-section.tsx';
import type { DataState } from './data-state.ts';
import { formatBytes, KIND_WORDS } from './data-words.ts';

type SpaceProps = Pick<DataState, 'space' | 'disk'> & { askToPersist: () => void | Promise<void> };

/** How much is kept, by kind, and whether the browser may throw it away. */
export function SpaceSection({ space, disk, askToPersist }: SpaceProps) {
  return (
    <DataSection title="Space used">
      <table>
        <ColumnHeads first="What" figures={['Rows', 'About']} />
        <tbody>
          {space.map(({ kind, rows, bytes }) => (
            <tr key={kind} data-kind={kind}>
              <th scope="row">{KIND_WORDS[kind] ?? kind}</th>
              <td class="number">{rows.toLocaleString()}</td>
              <td class="number">{formatBytes(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {disk && (
        <p class="quiet">
          On disk: {formatBytes(disk.usage)} of the {formatBytes(disk.quota)} that the browser would give. When the disk
          is full, recording stops and says so; what is stored stays, and recording goes on once there is room.
        </p>
      )}
      {disk && (
        <div class="bar">
          <p>
            {disk.persisted
              ? 'The browser has promised to keep all of it.'
              : 'The browser has made no promise to keep it when the disk runs low.'}
          </p>
          {!disk.persisted && <ActButton work={askToPersist}>Ask it to keep everything</ActButton>}
        </div>
      )}
    </DataSection>
  );
}
