import { vi } from 'vitest';
import type { ReviewActions } from '../../components/review-state.ts';

/** Callbacks that remember what they were called with and do nothing. */
export const reviewActions = () =>
  ({
    plan: vi.fn(),
    start: vi.fn(),
    pause: vi.fn(),
    resume: vi.fn(),
    finish: vi.fn(),
    save: vi.fn(),
    next: vi.fn(),
    back: vi.fn(),
    openRecord: vi.fn(),
    copy: vi.fn(),
  }) satisfies ReviewActions;
