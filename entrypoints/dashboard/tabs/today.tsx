import { useEffect } from 'preact/hooks';
import { TodayView } from '../../../components/today-view.tsx';
import { send } from '../../../lib/messages/send.ts';
import { PART_IDS, type PartId } from '../../../lib/team/today/five-sentences.ts';
import { tellCounts } from '../../background/badge.ts';
import { catalogueNow } from '../catalogue-now.ts';
import { LinkPlace } from '../link-place.tsx';
import { useAnswer } from '../use-answer.tsx';
import type { TabProps } from './index.ts';

const LINK = 'link/';

/** Places: one of the five sentences, which then stands open, or `link/` and an address that was asked about. */
export function Tab({ ask, turn, place }: TabProps) {
  const { answer, state } = useAnswer(
    async () => ask('today', { catalogue: await catalogueNow(), locale: navigator.language }),
    [turn],
  );
  const open: PartId | null = PART_IDS.find((id) => id === place) ?? null;
  useEffect(() => {
    if (answer) void tellCounts(answer.counts, answer.badge);
  }, [answer]);
  useEffect(() => {
    if (answer && open) document.querySelector(`.five [data-part="${open}"]`)?.scrollIntoView({ block: 'start' });
  }, [answer !== null, open]);
  const asked = place.startsWith(LINK) ? <LinkPlace url={place.slice(LINK.length)} ask={ask} turn={turn} /> : null;
  if (!answer) return asked ?? state;
  const setGoal = async (goal: { minor: number; currency: string | null }) => {
    const currency = goal.currency ?? answer.five.currency;
    const reply = await send('settings.change', { goal: { minor: goal.minor, currency } });
    if (!reply.ok) throw new Error(reply.sentence);
  };
  return (
    <>
      {asked}
      <div class="panel today">
        <TodayView five={answer.five} today={answer.today} open={open} setGoal={setGoal} visit={undefined} />
      </div>
    </>
  );
}
