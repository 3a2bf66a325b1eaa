/** A disk of a few megabytes for one browser profile, filled and freed at will. Linux alone, as root. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmdirSync, rmSync, statfsSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh profile of a headless Chromium takes 4 MB, and 20 MB once it has run for a while. */
const MEGABYTES = 64;
const BLOCK = 4_096;

export type SmallDisk = {
  folder: string;
  /** Takes the room that is left, to the last byte; gives how many bytes. */
  fill(): number;
  /** Gives the room back. */
  free(): void;
  /** Bytes left. */
  room(): number;
  unmount(): void;
};

/** The disk, or the reason why there is none. */
export function mountSmallDisk(): SmallDisk | string {
  if (process.platform !== 'linux') return 'a small disk is mounted on Linux alone';
  if (process.getuid?.() !== 0) return 'a small disk is mounted by root alone';
  const folder = mkdtempSync(join(tmpdir(), 'sideline-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'sideline-disk', folder], { stdio: 'pipe' });
  } catch (error) {
    rmdirSync(folder);
    return `mounting is not permitted here: ${String(error)}`;
  }
  const ballast = join(folder, 'ballast');
  const room = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    folder,
    room,
    fill() {
      let taken = 0;
      for (let size = 1024 * BLOCK; size >= BLOCK; ) {
        try {
          appendFileSync(ballast, Buffer.alloc(size));
          taken += size;
        } catch {
          // What was written of it stays: ever less is left for smaller ones.
          size /= 2;
        }
      }
      return taken;
    },
    free: () => truncateSync(ballast, 0),
    unmount() {
      // Chromium's last processes may still be at it for a moment.
      try {
        execFileSync('umount', [folder], { stdio: 'pipe' });
      } catch {
        execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
