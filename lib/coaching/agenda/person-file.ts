import * as v from 'valibot';
import { PERSON_PAGE_LIMITS, type PersonPage } from '../../deal/person-page.ts';
import { personPageSchema } from '../../deal/person-page-schema.ts';

/** In hexadecimal, of a text. */
export type Hash = (text: string) => Promise<string>;

const FORMAT = 'sideline-person';
const VERSION = 1;
const SAFE = 'Nothing was changed.';
const NO_PAGE = `This is no person’s page that Sideline wrote, or it was cut or changed since. ${SAFE}`;

/** A person's page as the text of a file. */
export async function personFile(page: PersonPage, hash: Hash): Promise<string> {
  const checksum = await hash(JSON.stringify(page));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, checksum, page }, null, 1)}\n`;
}

/** The page in a text, checked whole. Throws the sentence to show where there is none. */
export async function readPersonFile(text: string, hash: Hash): Promise<PersonPage> {
  if (text.length > PERSON_PAGE_LIMITS.bytes) throw new Error(`This file is too large for a person’s page. ${SAFE}`);
  const said = parsed(text);
  if (!said || said.format !== FORMAT) throw new Error(NO_PAGE);
  if (said.version !== VERSION) throw new Error(`This page was written by another version of Sideline. ${SAFE}`);
  const isWhole = said.checksum === (await hash(JSON.stringify(said.page)));
  const page = v.safeParse(personPageSchema, said.page);
  if (!isWhole || !page.success) throw new Error(NO_PAGE);
  return page.output;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
