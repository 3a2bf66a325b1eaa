import type { Diagnosis, FieldDiagnosis } from '../lib/deal/diagnosis.ts';
import { reportOf } from '../lib/deal/diagnosis.ts';
import { ActButton } from './act-button.tsx';
import type { Work } from './actions.ts';
import { fieldWords, MISSING_WORDS } from './field-words.ts';
import { Note } from './popup-note.tsx';

export type DiagnosisProps = {
  diagnosis: Diagnosis;
  onBack: () => void;
  copy: (text: string) => Work;
  /** Begins a lesson in the page: for the reader named, or for the whole site. */
  teach: (corrects: string | null) => Work;
  /** Something was taught of this site. */
  taught: boolean;
  forget: () => Work;
  openMaps: () => Work;
};

/** The reader that the user taught. */
const OWN = 'taught';

/** What reading this page comes to, field by field: the value, the rule that gave it, and what was tried besides. */
export function DiagnosisView({ diagnosis, onBack, copy, teach, taught, forget, openMaps }: DiagnosisProps) {
  const { page, took, readers } = diagnosis;
  const isOwn = page?.crm === OWN;
  return (
    <>
      {page ? (
        <>
          <header class="head">
            <p class="status">
              Read as {isOwn ? 'you taught it' : page.crm}, {page.kind}, in {took.toFixed(1)} ms
            </p>
            <h2>{summary(page.fields)}</h2>
            {page.rows && (
              <p class="quiet">
                {page.rows.loaded} rows read{page.rows.total === null ? '' : ` of ${page.rows.total}`}; below, the
                first.
              </p>
            )}
            {page.editing && <p>A draft stands in this page: nothing is taken before it is saved.</p>}
          </header>
          <div class="folds">
            {page.fields.map((field) => (
              <Field key={field.field} {...field} />
            ))}
          </div>
        </>
      ) : (
        <Note shape="dashed" title="No deal is read on this page.">
          <p class="quiet">
            {readers.length > 0 ? `Readers that looked: ${readers.join(', ')}.` : 'No reader looks at this site.'}
          </p>
        </Note>
      )}
      <div class="bar">
        <ActButton look="solid" work={() => copy(reportOf(diagnosis))}>
          Copy for a bug report
        </ActButton>
        <button type="button" class="button" onClick={onBack}>
          Back
        </button>
      </div>
      <div class="bar">
        {page && !isOwn ? (
          <ActButton work={() => teach(page.crm)}>
            Correct a {page.kind === 'list' ? 'column' : 'field'} by pointing
          </ActButton>
        ) : (
          <ActButton work={() => teach(null)}>Teach this page by pointing</ActButton>
        )}
        {taught && (
          <>
            <ActButton work={forget}>Forget what was taught here</ActButton>
            <ActButton work={openMaps}>All that was taught</ActButton>
          </>
        )}
      </div>
      <footer class="foot">The copy has names and figures masked; only their shape and the rules are in it.</footer>
    </>
  );
}

function summary(fields: readonly FieldDiagnosis[]): string {
  const read = fields.filter(({ reason }) => reason === null).length;
  return `${read} of ${fields.length} fields read.`;
}

function Field({ field, value, reason, tried }: FieldDiagnosis) {
  return (
    <details class="fold" data-field={field}>
      <summary>
        {fieldWords(field)}
        <span>{reason ? MISSING_WORDS[reason] : value}</span>
      </summary>
      {tried.length === 0 && <p class="quiet">No element for it was found.</p>}
      {tried.map(({ rule, raw, outcome }, at) => (
        <dl class="evidence" key={`${rule} ${at}`}>
          <dd>{raw || '(nothing)'}</dd>
          <dd class="rule">
            {outcome === 'read' ? 'read by' : MISSING_WORDS[outcome]}: {rule}
          </dd>
        </dl>
      ))}
    </details>
  );
}
