import { vi } from 'vitest';
import type { CardActions, ListActions, PopupActions, StepActions, WelcomeActions } from '../../components/actions.ts';
import type { DataActions } from '../../components/data-state.ts';
import type { ImportActions } from '../../components/import-state.ts';

/** Callbacks that remember what they were called with and do nothing. */
export const cardActions = () =>
  ({
    asked: vi.fn(),
    proofSeen: vi.fn(),
    answerProof: vi.fn(),
    makePromise: vi.fn(),
    settlePromise: vi.fn(),
    movePromise: vi.fn(),
    agreeWait: vi.fn(),
    endWait: vi.fn(),
    setDateOrder: vi.fn(),
    snooze: vi.fn(),
    unsnooze: vi.fn(),
    copy: vi.fn(),
    setOpen: vi.fn(),
    hideEverywhere: vi.fn(),
  }) satisfies CardActions;

export const overlayActions = () =>
  ({ ...cardActions(), pick: vi.fn(), setMarks: vi.fn() }) satisfies CardActions & ListActions;

export const stepActions = () =>
  ({
    done: vi.fn(),
    putOff: vi.fn(),
    move: vi.fn(),
    drop: vi.fn(),
    setAlarm: vi.fn(),
    saveCalendarFile: vi.fn(),
  }) satisfies StepActions;

export const popupActions = () =>
  ({
    card: cardActions(),
    checklist: { answer: vi.fn(), choose: vi.fn() },
    steps: stepActions(),
    setGoal: vi.fn(),
    grant: vi.fn(),
    setSite: vi.fn(),
    diagnose: vi.fn(),
    teach: vi.fn(),
    forgetTaught: vi.fn(),
    openMaps: vi.fn(),
    show: vi.fn(),
    visit: vi.fn(),
    openWelcome: vi.fn(),
    retry: vi.fn(),
  }) satisfies PopupActions;

export const welcomeActions = () =>
  ({ setRole: vi.fn(), setMe: vi.fn(), grant: vi.fn(), visit: vi.fn() }) satisfies WelcomeActions;

export const importActions = () =>
  ({
    choose: vi.fn(),
    read: vi.fn(),
    setColumn: vi.fn(),
    change: vi.fn(),
    findSite: vi.fn(),
    check: vi.fn(),
    run: vi.fn(),
    cancel: vi.fn(),
    saveRefused: vi.fn(),
    openToday: vi.fn(),
  }) satisfies ImportActions;

/** A backup that is in order and holds one deal more, and an erasure that takes two. */
export const dataActions = () =>
  ({
    askToPersist: vi.fn(),
    backUp: vi.fn(),
    pickFolder: vi.fn(),
    allowFolder: vi.fn(),
    copyNow: vi.fn(),
    forgetFolder: vi.fn(),
    look: vi.fn(async () => ({ locked: false, madeAt: Date.UTC(2026, 9, 1, 8) })),
    check: vi.fn(async () => ({
      madeAt: Date.UTC(2026, 9, 1, 8),
      rows: 412,
      added: 1,
      grown: 2,
      same: 30,
      onlyHere: 4,
    })),
    restore: vi.fn(async () => {}),
    dropCheck: vi.fn(),
    merge: vi.fn(),
    takeApart: vi.fn(),
    countErasure: vi.fn(async () => ({ deals: 2, rows: 61, renamed: 0 })),
    erase: vi.fn(async () => ({ deals: 2, rows: 61, renamed: 0 })),
  }) satisfies DataActions;
