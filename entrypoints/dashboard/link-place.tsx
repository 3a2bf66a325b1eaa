import { LinkAsked } from '../../components/link-asked.tsx';
import { dealHref } from '../../components/pipeline-state.ts';
import type { TabProps } from './tabs/index.ts';
import { useAnswer } from './use-answer.tsx';

/** What Sideline knows of the deal that a link leads to. */
export function LinkPlace({ url, ask, turn }: { url: string } & Pick<TabProps, 'ask' | 'turn'>) {
  const { answer, busy, state } = useAnswer(async () => {
    const { dealOfLink } = await import('./deal-of-link.ts');
    const known = await ask('link', { deal: await dealOfLink(url), url, locale: navigator.language });
    return { known };
  }, [url, turn]);
  if (!answer || busy) return state;
  const deal = answer.known?.row.deal ?? null;
  const more = deal === null ? null : dealHref(deal);
  return <LinkAsked url={url} known={answer.known} more={more} />;
}
