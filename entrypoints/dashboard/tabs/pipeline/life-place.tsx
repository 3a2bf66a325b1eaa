import { useState } from 'preact/hooks';
import { DealLifeView, NoSuchDeal } from '../../../../components/deal-life.tsx';
import { ReportFailure } from '../../../../components/use-act.ts';
import { openSweeps } from '../../../../lib/store/sweep-store.ts';
import { openTalks } from '../../../../lib/store/talk-store.ts';
import { explain } from '../../../background/explain.ts';
import { useAnswer } from '../../use-answer.tsx';
import type { TabProps } from '../index.ts';

const talks = openTalks();
const sweeps = openSweeps();

/** The life of the deal that the address names. */
export function LifePlace({ ask, turn, place, back }: TabProps & { back: string }) {
  const { answer, busy, state } = useAnswer(async () => {
    const picked = (await talks.talks()).filter((talk) => talk.picked === place);
    return ask('dealLife', { id: place, talks: picked, locale: navigator.language });
  }, [turn, place]);
  const [failed, setFailed] = useState<string | null>(null);
  if (!answer) return busy ? state : <NoSuchDeal back={back} />;
  return (
    <ReportFailure.Provider value={setFailed}>
      <div aria-live="polite">{failed && <p class="line error">{failed}</p>}</div>
      <DealLifeView life={answer} back={back} takeBack={() => takeBack(place)} />
    </ReportFailure.Provider>
  );
}

/** Open again, as the user's word: what a page says later counts as always. */
async function takeBack(deal: string): Promise<void> {
  try {
    await sweeps.sayOutcome(deal, 'open', Date.now());
  } catch (error) {
    throw new Error(explain(error).sentence);
  }
}
