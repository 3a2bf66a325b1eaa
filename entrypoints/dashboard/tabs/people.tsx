import '../../../components/people.css';
import { PeopleView } from '../../../components/people-view.tsx';
import { useAnswer } from '../use-answer.tsx';
import type { TabProps } from './index.ts';

export function Tab({ ask, turn }: TabProps) {
  const locale = navigator.language;
  const { answer, state } = useAnswer(() => ask('people', { locale }), [turn]);
  return answer ? <PeopleView screen={answer} locale={locale} /> : state;
}
