/** What the fixture pages run: the readers themselves, and the spoiler. */
export { pastOfPage } from '../../lib/crm/past-of-page.ts';
export { readPage } from '../../lib/crm/read-page.ts';
export { readers } from '../../lib/crm/registry.ts';
export { fuzz } from './fuzz-in-page.ts';
