import { spawnSync } from 'node:child_process';

const OPTIONS = { encoding: 'utf8', maxBuffer: 1 << 28 } as const;

/** A Python that has the modules, or null; a system's packages are those of its own Python. */
export function findPython(...modules: string[]): string | null {
  const has = (python: string) =>
    spawnSync(python, ['-c', ['import json', ...modules.map((name) => `import ${name}`)].join('; ')]).status === 0;
  const found = ['python3', '/usr/bin/python3'].find(has) ?? null;
  if (!found) console.info(`Skipped: no python3 with ${modules.join(', ') || 'its own library'} stands here.`);
  return found;
}

/** What a Python script prints as JSON; `input` is its standard input. */
export function askPython(python: string, script: string, args: readonly string[], input = ''): unknown {
  const { status, stdout, stderr } = spawnSync(python, ['-c', script, ...args], { ...OPTIONS, input });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** A command that answers, or null; says so where it does not. */
export function findTool(name: string, argument = '--version'): string | null {
  const isThere = spawnSync(name, [argument]).status === 0;
  if (!isThere) console.info(`Skipped: no ${name} stands here.`);
  return isThere ? name : null;
}
