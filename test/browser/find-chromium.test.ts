import { afterEach, describe, expect, it, vi } from 'vitest';
import { findChromium } from './find-chromium.ts';

afterEach(() => vi.unstubAllEnvs());

describe('finding a Chromium', () => {
  it('refuses a named one that is none, in one sentence that names it', () => {
    vi.stubEnv('SIDELINE_CHROMIUM', '/nowhere/chromium');
    expect(() => findChromium()).toThrow(
      'SIDELINE_CHROMIUM names /nowhere/chromium, which is no Chromium 144 or newer.',
    );
  });

  it('takes no program for a Chromium that tells no version of one', () => {
    vi.stubEnv('SIDELINE_CHROMIUM', process.execPath);
    expect(() => findChromium()).toThrow('no Chromium 144');
  });
});
