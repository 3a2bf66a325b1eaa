import { DataSection } from './data-section.tsx';

/** The way in for what the CRM itself exports. */
export function ImportSection() {
  return (
    <DataSection title="Import">
      <p>
        What your CRM exports as a file tells of the time before Sideline: deals, dated changes, activities.{' '}
        <a href="/import.html">Read in a file</a>.
      </p>
    </DataSection>
  );
}
