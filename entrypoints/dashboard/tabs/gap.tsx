import { useState } from 'preact/hooks';
import '../../../components/charts/charts.css';
import '../../../components/gap.css';
import { GapView } from '../../../components/gap-view.tsx';
import { EVERYBODY } from '../../../lib/team/goals.ts';
import { useAnswer } from '../use-answer.tsx';
import type { TabProps } from './index.ts';

export function Tab({ ask, turn }: TabProps) {
  const locale = navigator.language;
  const [whose, choose] = useState(EVERYBODY);
  const { answer, state } = useAnswer(() => ask('gap', { whose, locale }), [turn, whose]);
  return answer ? <GapView screen={answer} choose={choose} locale={locale} /> : state;
}
