import { vi } from 'vitest';
import type { CardActions, ListActions, PopupActions, WelcomeActions } from '../../components/actions.ts';

/** Callbacks that remember what they were called with and do nothing. */
export const cardActions = () =>
  ({
    asked: vi.fn(),
    proofSeen: vi.fn(),
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

export const popupActions = () =>
  ({
    card: cardActions(),
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
