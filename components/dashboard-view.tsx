import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Mark } from './mark.tsx';

export type DashboardTab = { id: string; title: string };

type DashboardProps = {
  tabs: readonly DashboardTab[];
  open: string;
  /** Deals on record; null while they are read. */
  deals: number | null;
  problem: string | null;
  children: ComponentChildren;
};

/** The desk: one tab at a time, each with an address of its own, so that the browser's own keys and history work. */
export function DashboardView({ tabs, open, deals, problem, children }: DashboardProps) {
  const title = tabs.find(({ id }) => id === open)?.title ?? '';
  return (
    <div class="sideline dashboard">
      <header class="mast">
        <Mark />
        <p class="name">Sideline</p>
        <nav aria-label="Dashboard">
          {tabs.map((tab) => (
            <a key={tab.id} href={`#${tab.id}`} {...(tab.id === open ? { 'aria-current': 'page' as const } : {})}>
              {tab.title}
            </a>
          ))}
        </nav>
        <nav aria-label="Other pages" class="other">
          <a href="/agenda.html">1:1s</a>
          <a href="/options.html">Settings</a>
        </nav>
      </header>
      <Body title={title}>
        <div role="status">{problem && <p class="line error">{problem}</p>}</div>
        {deals === 0 ? <NoDeals /> : children}
      </Body>
    </div>
  );
}

/** Another tab begins at its top, for the eye and for the keyboard. */
function Body({ title, children }: { title: string; children: ComponentChildren }) {
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else main.current?.focus({ preventScroll: true });
    document.title = `Sideline: ${title.toLowerCase()}`;
    scrollTo(0, 0);
  }, [title]);
  return (
    <main tabIndex={-1} ref={main}>
      <h1>{title}</h1>
      {children}
    </main>
  );
}

function NoDeals() {
  return (
    <section class="card" aria-label="What to do next">
      <h2>No deal is on record yet</h2>
      <p>
        Open a list of your open deals in your CRM: one list is enough for a first picture. Sideline reads it as you
        scroll.
      </p>
      <p>
        An export of your CRM gives months of history at once: <a href="/import.html">read in a file</a>. What Sideline
        may read is set under <a href="/welcome.html">the first steps</a>.
      </p>
    </section>
  );
}
