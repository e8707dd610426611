import { z } from 'zod';
import { line, rowNumber } from '../workspace/form-fields.ts';
import { LONGEST_VIEW_NAME, VIEW_PAGES } from './view-pages.ts';

const LONGEST_QUERY = 20_000;

const page = z.enum(VIEW_PAGES, 'This page has no views.');
const query = z
  .string()
  .max(LONGEST_QUERY, 'These filters are too many for a view.')
  .default('')
  // As it stands in an address: nothing of it can be more than a query.
  .transform((text) => new URLSearchParams(text).toString());

/** With whom it is shared, as the field of the form says it: `mine`, `all` or `team:4`. */
const sharing = z
  .string()
  .regex(/^(mine|all|team:[1-9]\d{0,8})$/, 'Choose from the list who sees it.')
  .default('mine')
  .transform((text): Sharing => {
    if (text === 'mine' || text === 'all') return { scope: text, teamId: null };
    return { scope: 'team', teamId: Number(text.slice('team:'.length)) };
  });

export type Sharing = { scope: 'mine' | 'all'; teamId: null } | { scope: 'team'; teamId: number };

export const saveViewForm = z.object({
  page,
  query,
  name: line('a name for the view', LONGEST_VIEW_NAME),
  sharing,
});
export type ViewEntry = z.infer<typeof saveViewForm>;

export const knownView = z.object({ viewId: rowNumber });
export const updateViewForm = knownView.extend({ query });
export const firstViewForm = knownView.extend({ isFirst: z.stringbool() });
export const leaveViewForm = z.object({ page, isPlain: z.stringbool().default(false) });
