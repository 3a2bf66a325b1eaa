import { useState } from 'preact/hooks';
import '../../../components/charts/charts.css';
import '../../../components/changed.css';
import { ChangedView } from '../../../components/changed-view.tsx';
import type { ChangedChoice } from '../../../lib/team/bridge/changed-screen.ts';
import { useAnswer } from '../use-answer.tsx';
import type { TabProps } from './index.ts';

export function Tab({ ask, turn }: TabProps) {
  const locale = navigator.language;
  const [choice, choose] = useState<ChangedChoice>({ since: 'week', scope: 'quarter', person: null });
  const { answer, state } = useAnswer(() => ask('changed', { choice, locale }), [turn, choice]);
  return answer ? <ChangedView screen={answer} choice={choice} choose={choose} locale={locale} /> : state;
}
