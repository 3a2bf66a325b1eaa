import { DealLifeView, NoSuchDeal } from '../../../../components/deal-life.tsx';
import { openTalks } from '../../../../lib/store/talk-store.ts';
import { useAnswer } from '../../use-answer.tsx';
import type { TabProps } from '../index.ts';

const talks = openTalks();

/** The life of the deal that the address names. */
export function LifePlace({ ask, turn, place, back }: TabProps & { back: string }) {
  const { answer, busy, state } = useAnswer(async () => {
    const picked = (await talks.talks()).filter((talk) => talk.picked === place);
    return ask('dealLife', { id: place, talks: picked, locale: navigator.language });
  }, [turn, place]);
  if (answer) return <DealLifeView life={answer} back={back} />;
  return busy ? state : <NoSuchDeal back={back} />;
}
