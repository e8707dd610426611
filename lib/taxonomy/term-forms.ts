import { z } from 'zod';
import { line, versionField, wholeNumber } from '../workspace/form-fields.ts';
import { EDITABLE_SETS } from './editable-sets.ts';

export const LOWEST_RANK = 1;
export const HIGHEST_RANK = 99;

const set = z.enum(EDITABLE_SETS, 'There is no such vocabulary.');
const id = z.string().regex(/^[a-z0-9_]{1,64}$/, 'No value can have this id.');

/** Some words, or nothing. */
const words = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `Use at most ${longest} characters.`)
    .regex(/^\P{Cc}*$/u, 'Leave out line breaks and other control characters.')
    .transform((text) => text || null)
    .nullable()
    .default(null);

/** What a person says of a value. */
const entry = {
  label: line('a label', 60),
  group: words(40).transform((text) => text?.toLowerCase() ?? null),
  means: words(200),
};
const rank = wholeNumber(LOWEST_RANK, HIGHEST_RANK);

/** A new value; the rank is of levels, and of levels only. */
export const addTermForm = z
  .object({ set, ...entry, rank: rank.optional() })
  .refine((form) => (form.set === 'level') === (form.rank !== undefined), {
    path: ['rank'],
    error: `Give the rank of the level, from ${LOWEST_RANK} to ${HIGHEST_RANK}.`,
  });

/** A value said anew. */
export const changeTermForm = z.object({ set, id, version: versionField, ...entry });

/** What a person says of a value. */
export interface TermEntry {
  label: string;
  group: string | null;
  means: string | null;
}

/** Another rank of a level. */
export const rankTermForm = z.object({ set: z.literal('level'), id, version: versionField, rank });

/** The value that is to be changed, in the state in which it was shown. */
export const namedTermForm = z.object({ set, id, version: versionField });

/** The value that another is to count as. */
export const mergeTermForm = z.object({
  set,
  id,
  version: versionField,
  into: id,
});

export const moveTermForm = z.object({ set, id, direction: z.enum(['up', 'down']) });

export const retireTermForm = z.object({
  set,
  id,
  version: versionField,
  retired: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
});
