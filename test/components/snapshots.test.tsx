// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DraftView } from '../../components/snapshots/draft-view.tsx';
import { PopupSnapshot } from '../../components/snapshots/popup-snapshot.tsx';
import { SnapshotShare } from '../../components/snapshots/share-bar.tsx';
import { SnapshotView } from '../../components/snapshots/snapshot-view.tsx';
import { SnapshotsHomeView } from '../../components/snapshots/snapshots-home.tsx';
import { ALL_KEPT, type DraftScreen, type SnapshotsHome } from '../../components/snapshots/snapshots-state.ts';
import { DraftWaits } from '../../components/snapshots/weeks-freezing.tsx';
import type { SnapshotDraft } from '../../lib/deal/frozen-snapshot.ts';
import type { WeeksFrozen } from '../../lib/snapshot/say-freezing.ts';
import { emptyDraft } from '../../lib/store/snapshot-store.ts';
import { usd } from '../coaching/make-history.ts';

afterEach(cleanup);

const WEEK = 'Week of 23 Nov to 29 Nov 2026';
const NONE: SnapshotsHome = { drafts: [], unfrozen: 0, waits: null, nextOn: null, items: [], damaged: 0 };

describe('all snapshots', () => {
  it('say what to do while there is none', () => {
    render(<SnapshotsHomeView home={NONE} freezing={null} />);
    expect(screen.getByText(/^Nothing to freeze yet\. Open your deals for a week/)).toBeTruthy();
    expect(screen.getByText(/^None yet\./)).toBeTruthy();
  });

  it('tell the draft, what was frozen and how, and rows that cannot be read', () => {
    const item = { week: WEEK, text: 'As of Sun 29 Nov', isInForce: true } as const;
    const items = [
      { ...item, id: 'b', stamp: 'reviewed' as const },
      { ...item, id: 'a', stamp: 'not reviewed' as const, isInForce: false },
    ];
    const drafts = [{ from: '2026-11-23', week: WEEK, needs: '9 deals to refresh.' }];
    render(<SnapshotsHomeView home={{ ...NONE, drafts, items, damaged: 1 }} freezing={null} />);
    expect(screen.getByRole('link', { name: `Draft: ${WEEK}` }).getAttribute('href')).toBe(
      '#snapshots/draft%202026-11-23',
    );
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows).toEqual([`${WEEK}reviewedAs of Sun 29 Nov`, `${WEEK}corrected sinceAs of Sun 29 Nov`]);
    expect(screen.getByRole('status').textContent).toContain('One snapshot on the disk cannot be read and is left out');
  });

  it('stand there while weeks freeze, say how far they are, and which draft waits for them', () => {
    const item = { id: 'a', week: WEEK, text: 'As of Sun 29 Nov', stamp: 'not reviewed' as const, isInForce: true };
    const home = { ...NONE, unfrozen: 2, waits: 'Week of 14 Dec to 20 Dec 2026', nextOn: 'Friday', items: [item] };
    const freezing = { frozen: { done: 1, of: 3 }, problem: null, again: vi.fn() };
    const { rerender } = render(<SnapshotsHomeView home={home} freezing={freezing} />);
    expect(screen.getByText('Freezing 3 weeks that ended unfrozen: 1 of 3 done.')).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: 'Weeks that are frozen' }).getAttribute('value')).toBe('1');
    expect(
      screen.getByText(/^Draft: Week of 14 Dec to 20 Dec 2026\. It stands here once they are frozen/),
    ).toBeTruthy();
    expect(screen.getByRole('link', { name: WEEK })).toBeTruthy();
    expect(screen.queryByText(/^Nothing to freeze/)).toBeNull();
    rerender(<SnapshotsHomeView home={{ ...home, waits: null }} freezing={freezing} />);
    expect(screen.getByText('The next draft stands ready on Friday.')).toBeTruthy();
  });

  it('stay where freezing stops, with why, and a button that goes on', () => {
    const item = { id: 'a', week: WEEK, text: 'As of Sun 29 Nov', stamp: 'not reviewed' as const, isInForce: true };
    const again = vi.fn();
    const freezing = { frozen: { done: 1, of: 3 }, problem: 'The disk is full.', again };
    render(<SnapshotsHomeView home={{ ...NONE, unfrozen: 2, items: [item] }} freezing={freezing} />);
    expect(screen.getByRole('status').textContent).toContain(
      '1 of 3 weeks are frozen, then it stopped. The disk is full.',
    );
    expect(screen.getByRole('link', { name: WEEK })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Go on freezing' }));
    expect(again).toHaveBeenCalledOnce();
  });

  it('keep a draft waiting in its own place, too', () => {
    render(<DraftWaits freezing={{ frozen: { done: 0, of: 1 }, problem: null, again: vi.fn() }} />);
    expect(screen.getByText('Freezing the week that ended unfrozen.')).toBeTruthy();
    expect(screen.getByText(/^The draft stands here once they are frozen/)).toBeTruthy();
  });
});

const SCREEN: DraftScreen = {
  from: '2026-11-23',
  week: WEEK,
  needs: [{ id: 'call', text: 'Your call is not typed', rows: [] }],
  moves: [{ deal: 'ash', name: '<b>Ash</b>', url: 'javascript:alert(1)', told: 'Put off: 14 Nov → 30 Jan' }],
  past: [{ deal: 'elm', action: 'Ask Kim', told: 'Elm Works: Ask Kim' }],
  like: { ...usd(0) },
  lastCall: '$565,000',
  people: ['Kim Olsen'],
  typed: emptyDraft('2026-11-23'),
};

/** What a change makes of the draft as it stands. */
function showDraft(screenOf: Partial<DraftScreen> = {}) {
  let draft: SnapshotDraft = { ...SCREEN.typed, ...screenOf.typed };
  const actions = {
    change: vi.fn((patch: (before: SnapshotDraft) => SnapshotDraft) => {
      draft = patch(draft);
    }),
    freeze: vi.fn(),
  };
  render(<DraftView screen={{ ...SCREEN, ...screenOf }} actions={actions} locale="en-US" />);
  return { actions, draft: () => draft };
}

const type = (label: string | RegExp, text: string) => {
  const field = screen.getByLabelText(label);
  fireEvent.input(field, { target: { value: text } });
  fireEvent.change(field, { target: { value: text } });
};

describe('a draft', () => {
  it('takes a call, says how it is understood, and takes it back', () => {
    const { draft } = showDraft();
    expect(screen.getByText('Not said yet. Last week’s call: $565,000.')).toBeTruthy();
    type(/^Your call/, '540k');
    expect(draft().call).toEqual({ ...usd(540_000) });
    expect(screen.getByText('$540,000 Last week’s call: $565,000.')).toBeTruthy();
    type(/^Your call/, 'plenty');
    expect(draft().call).toEqual({ ...usd(540_000) });
    expect(screen.getByText(/^This is no amount/)).toBeTruthy();
    type(/^Your call/, '');
    expect(draft().call).toBeNull();
  });

  it('takes a line per move, part by part, and lets go of one that says nothing any more', () => {
    const { draft } = showDraft();
    expect(screen.queryByRole('link')).toBeNull();
    type('Why', 'The board meets later');
    type('By', '2026-12-01');
    expect(draft().lines).toEqual([
      { deal: 'ash', why: 'The board meets later', action: '', owner: '', by: '2026-12-01' },
    ]);
    type('Why', ' ');
    type('By', '');
    expect(draft().lines).toEqual([]);
  });

  it('takes what became of the last actions, and freezes', () => {
    const { draft, actions } = showDraft();
    fireEvent.click(screen.getByLabelText('Not done'));
    fireEvent.click(screen.getByLabelText('Done'));
    expect(draft().done).toEqual([{ deal: 'elm', action: 'Ask Kim', done: true }]);
    fireEvent.click(screen.getByRole('button', { name: /^Freeze week of/ }));
    expect(actions.freeze).toHaveBeenCalledOnce();
  });

  it('says so where nothing is wanting', () => {
    showDraft({ needs: [], moves: [], past: [] });
    expect(screen.getByText('Nothing is wanting. Read it once, then freeze it.')).toBeTruthy();
    expect(screen.queryByText(/^What moved/)).toBeNull();
  });
});

describe('what is handed on', () => {
  it('goes as any kind of file, without names or amounts where they are taken out', () => {
    const actions = { save: vi.fn(), cancel: vi.fn(), copy: vi.fn(), print: vi.fn() };
    const setLeft = vi.fn();
    render(<SnapshotShare left={ALL_KEPT} setLeft={setLeft} writing={null} actions={actions} />);
    for (const name of ['Excel', 'CSV', 'JSON', 'Markdown', 'Web page'])
      fireEvent.click(screen.getByRole('button', { name }));
    expect(actions.save.mock.calls.flat()).toEqual(['xlsx', 'csv', 'json', 'markdown', 'html']);
    screen.getByLabelText('Names').dispatchEvent(new Event('change'));
    expect(setLeft).toHaveBeenCalledWith({ names: 'kept', amounts: 'kept' });
  });

  it('shows how far a file is, and can be stopped', () => {
    const actions = { save: vi.fn(), cancel: vi.fn(), copy: vi.fn(), print: vi.fn() };
    render(<SnapshotShare left={ALL_KEPT} setLeft={() => {}} writing={0.4} actions={actions} />);
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('0.4');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(actions.cancel).toHaveBeenCalledOnce();
  });

  it('takes two clicks from the popup', () => {
    const save = vi.fn();
    render(<PopupSnapshot save={save} />);
    fireEvent.click(screen.getByText('This week’s snapshot'));
    fireEvent.click(screen.getByRole('button', { name: 'Save the snapshot as Excel' }));
    expect(save).toHaveBeenCalledWith('xlsx', expect.any(Function));
  });

  it('says in the popup how far the weeks are that freeze first', async () => {
    let end = () => {};
    const save = vi.fn((_form: string, told: (frozen: WeeksFrozen | null) => void) => {
      told({ done: 2, of: 7 });
      return new Promise<void>((resolve) => {
        end = () => {
          told(null);
          resolve();
        };
      });
    });
    render(<PopupSnapshot save={save} />);
    fireEvent.click(screen.getByRole('button', { name: 'Save the snapshot as CSV' }));
    expect((await screen.findByRole('status')).textContent).toBe('Freezing 7 weeks that ended unfrozen: 2 of 7 done.');
    end();
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe(''));
  });
});

describe('a frozen snapshot', () => {
  const shown = {
    ...{ week: WEEK, with: null, person: null, canCorrect: true },
    others: [{ id: 'b', week: 'Week of 16 Nov to 22 Nov 2026' }],
    people: [{ id: 'p1', name: 'Kim Olsen' }],
    corrected: { id: 'c', text: 'Corrected on Mon 30 Nov: see the correction.' },
  };

  it('is verified, corrected, and leads to what took its place', () => {
    const [verify, correct] = [vi.fn(), vi.fn()];
    const verified = {
      sentence: 'This snapshot is not as it was frozen.',
      isSound: false,
      details: ['Changed since.'],
    };
    render(
      <SnapshotView shown={shown} verified={verified} verify={verify} correct={correct} pick={() => {}}>
        the sheet
      </SnapshotView>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Verify' }));
    fireEvent.click(screen.getByRole('button', { name: 'Correct it' }));
    expect([verify.mock.calls.length, correct.mock.calls.length]).toEqual([1, 1]);
    expect(within(screen.getByRole('status')).getByText('Changed since.')).toBeTruthy();
    expect(screen.getByRole('link', { name: shown.corrected.text }).getAttribute('href')).toBe('#snapshots/c');
  });
});
