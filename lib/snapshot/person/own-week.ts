import { shorten } from '../../coaching/words/clean-text.ts';
import type { PersonPart } from '../content.ts';
import type { ContentSpeech } from '../content-speech.ts';
import type { SheetBlock, SheetSection } from '../document.ts';
import { sayPart } from '../say-part.ts';

const sentence = (text: string): SheetBlock => ({ kind: 'sentence', text });

const MOST_CHANGES = 12;

export function changesSection(speech: ContentSpeech): SheetSection {
  const { content, words, say, dealName, team } = speech;
  const all = content.deals
    .flatMap(({ id, changes }) => changes.map((change) => ({ id, change })))
    .toSorted((a, b) => b.change.seenAt - a.change.seenAt);
  const items = all.slice(0, MOST_CHANGES).map(({ id, change: { field, from, to, seenAt } }) => {
    const move = `${words.field(field)} ${sayPart(field, from, speech)} → ${sayPart(field, to, speech)}`;
    return `${dealName(id)}: ${move}, seen ${say.on(seenAt)}`;
  });
  const more = all.length - items.length;
  const since = team.before ? say.on(team.before.asOf) : 'this week began';
  return {
    id: 'changes',
    title: `What changed since ${since}`,
    blocks: [
      {
        kind: 'list',
        items: more > 0 ? [...items, `${words.count(more, 'more change')}, before those.`] : items,
        none: 'Nothing was seen to change on your deals.',
      },
    ],
  };
}

export function talkSection({ talks, nextTalk }: PersonPart, { say, dealName, deal }: ContentSpeech): SheetSection {
  const items = talks.map(({ on, deal: picked, practice }) => {
    const about = picked !== null && deal(picked) ? `, on ${dealName(picked)}` : '';
    return `${say.weekday(on)}${about}${practice === '' ? '' : `; to try: ${shorten(practice, 160)}`}`;
  });
  const next = nextTalk === null ? 'When we talk next was not said yet.' : `We talk again on ${say.weekday(nextTalk)}.`;
  return {
    id: 'talks',
    title: 'What we talked about',
    blocks: [{ kind: 'list', items, none: 'No 1:1 since then.' }, sentence(next)],
  };
}

const MOST_STEPS = 10;

export function nextSection({ content, said, dealName, say, words }: ContentSpeech): SheetSection {
  const steps = content.deals.flatMap(({ id, outcome }) => {
    const step = outcome === 'open' ? said(id)?.nextStep : null;
    return step && (step.text !== null || step.due !== null) ? [{ id, ...step }] : [];
  });
  const byDay = steps.toSorted((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1));
  const items = byDay.slice(0, MOST_STEPS).map(({ id, text, due }) => {
    const day = due === null ? 'without a day' : say.weekday(due);
    return `${dealName(id)}: ${text === null ? words.lines.unnamedStep : shorten(text, 120)}, ${day}`;
  });
  const without = content.deals.filter(
    ({ id, outcome }) => outcome === 'open' && !steps.some((step) => step.id === id),
  );
  return {
    id: 'next',
    title: 'What comes next',
    blocks: [
      { kind: 'list', items, none: 'No next step was seen on your deals.' },
      ...(without.length > 0 ? [sentence(`To fill in: a next step on ${words.deals(without.length)}.`)] : []),
    ],
  };
}

export function seenSection({ content, words, say }: ContentSpeech): SheetSection {
  const open = content.deals.filter(({ outcome }) => outcome === 'open');
  const unseen = open.filter(({ isSeen }) => !isSeen);
  const oldest = unseen.map(({ lastSeenAt }) => lastSeenAt).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const text =
    open.length === 0
      ? 'No open deal of yours was seen from this browser.'
      : unseen.length === 0
        ? `All ${words.deals(open.length)} of yours that are open were seen this week.`
        : `${open.length - unseen.length} of your ${words.deals(open.length)} that are open seen this week; the one not seen for longest was last looked at ${say.on(oldest)}.`;
  return { id: 'seen', title: 'Not seen yet', blocks: [sentence(text)] };
}
