/** A screen of its own, on which a browser's own keys and panels work: Debian's Xvfb, openbox and xdotool. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

const TOOLS = ['Xvfb', 'openbox', 'xdotool'];

export type Screen = {
  /** For the environment of whatever shows itself there: `:7`. */
  display: string;
  /** Presses keys as a hand would, where the focus is: "alt+shift+s". */
  press(keys: string): void;
  close(): void;
};

/** The tools that are not installed here. */
export const missingForScreen = (): string[] =>
  TOOLS.filter((tool) => spawnSync('which', [tool], { stdio: 'ignore' }).status !== 0);

export async function openScreen(width: number, height: number): Promise<Screen> {
  // It looks for a free number itself, and says it once it can be used.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const said = server.stdio[3];
  if (!said) throw new Error('Xvfb did not start.');
  const [number] = await once(said, 'data');
  const display = `:${String(number).trim()}`;
  const env = { ...process.env, DISPLAY: display };
  // Without a window manager no window ever has the focus.
  const windows = spawn('openbox', [], { stdio: 'ignore', env });
  return {
    display,
    press: (keys) => void execFileSync('xdotool', ['key', '--clearmodifiers', keys], { env }),
    close: () => {
      windows.kill();
      server.kill();
    },
  };
}
