import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { DEXIE, leanDexie } from '../../lib/store/lean-dexie.ts';

/** One of the `…-in-page.ts` files here as a script that a page can run; what it exports stands under `sideline`. */
export async function bundleForPage(file: string): Promise<string> {
  const entry = fileURLToPath(new URL(`./${file}`, import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [leanDexie()],
    resolve: { alias: { dexie: DEXIE } },
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'sideline' } },
  });
  const output = Array.isArray(result) ? result[0] : result;
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk || !('code' in chunk)) throw new Error(`${file} could not be bundled.`);
  return chunk.code;
}
