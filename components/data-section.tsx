import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ReportFailure } from './use-act.ts';

export const idOf = (title: string) => title.toLowerCase().replaceAll(' ', '-');

/** One matter of the page; what fails in it is told in it. */
export function DataSection({ title, children }: { title: string; children: ComponentChildren }) {
  const [failed, setFailed] = useState<string | null>(null);
  return (
    <ReportFailure.Provider value={setFailed}>
      <section id={idOf(title)} aria-label={title} class="card" tabIndex={-1}>
        <h2>{title}</h2>
        {children}
        <div aria-live="polite">{failed && <p class="line error">{failed}</p>}</div>
      </section>
    </ReportFailure.Provider>
  );
}
