import { TodayView } from '../../../components/today-view.tsx';
import { send } from '../../../lib/messages/send.ts';
import { catalogueNow } from '../catalogue-now.ts';
import { useAnswer } from '../use-answer.tsx';
import type { TabProps } from './index.ts';

export function Tab({ ask, turn }: TabProps) {
  const { answer, state } = useAnswer(
    async () => ask('today', { catalogue: await catalogueNow(), locale: navigator.language }),
    [turn],
  );
  if (!answer) return state;
  const setGoal = async (goal: { minor: number; currency: string | null }) => {
    const reply = await send('settings.change', { goal: { minor: goal.minor, currency: goal.currency ?? 'USD' } });
    if (!reply.ok) throw new Error(reply.sentence);
  };
  return <TodayView today={answer} currency="USD" setGoal={setGoal} visit={undefined} />;
}
