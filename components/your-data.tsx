import { BackupSection } from './backup-section.tsx';
import type { DataActions, DataState } from './data-state.ts';
import { EraseSection } from './erase-section.tsx';
import { FolderSection } from './folder-section.tsx';
import { ImportSection } from './import-section.tsx';
import { Mark } from './mark.tsx';
import { RestoreSection } from './restore-section.tsx';
import { SpaceSection } from './space-section.tsx';
import { TwinsSection } from './twins-section.tsx';

type YourDataProps = { state: DataState; actions: DataActions; notice?: string | null };

/** All that is kept in this browser, as a whole: how much, as a file and back, and gone. `notice`: what concerns all of it. */
export function YourData({ state, actions, notice = null }: YourDataProps) {
  return (
    <main class="sideline maps data">
      <header>
        <Mark />
        <h1>Your data</h1>
      </header>
      <p class="quiet">
        All of it is in this browser, on this computer, and nowhere else. What you save as a file is yours to keep safe.
      </p>
      <Notice notice={notice} />
      <SpaceSection space={state.space} disk={state.disk} askToPersist={() => actions.askToPersist()} />
      <BackupSection reminder={state.reminder} lastBackupAt={state.lastBackupAt} backUp={actions.backUp} />
      <FolderSection folder={state.folder} canPickFolder={state.canPickFolder} actions={actions} />
      <RestoreSection actions={actions} />
      <ImportSection />
      <TwinsSection twins={state.twins} merged={state.merged} actions={actions} />
      <EraseSection deals={state.deals} owners={state.owners} sites={state.sites} actions={actions} />
    </main>
  );
}

/** The page before anything could be read, or where nothing can be. */
export function DataUnread({ notice }: { notice: string | null }) {
  return (
    <main class="sideline maps data" aria-busy={notice === null}>
      <header>
        <Mark />
        <h1>Your data</h1>
      </header>
      <Notice notice={notice} />
    </main>
  );
}

function Notice({ notice }: { notice: string | null }) {
  return (
    <p class="line" role="alert" hidden={notice === null}>
      {notice}
    </p>
  );
}
