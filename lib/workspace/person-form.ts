import { z } from 'zod';
import { line, rowNumber } from './form-fields.ts';

const MOST_SPELLINGS = 20;

const spellings = z
  .string()
  .max(4000, 'Use at most 4,000 characters.')
  .regex(/^(?:\P{Cc}|[\n\r\t])*$/u, 'Leave out control characters.')
  .transform((text) => text.split(/[\r\n]+/).flatMap((name) => name.trim() || []))
  .refine((names) => names.length <= MOST_SPELLINGS, `Give at most ${MOST_SPELLINGS} lines.`)
  .refine((names) => names.every((name) => name.length <= 200), 'Use at most 200 characters a line.');

/** Whom to look for: by what a source, the staff or Lookback call them. */
export const personForm = z.object({
  name: line('a name, a number or a pseudonym', 200),
  also: spellings.default([]),
});
export type PersonAsked = z.infer<typeof personForm>;

/** One box that is ticked comes as a word, several as a list. */
const numbers = z.union([rowNumber.transform((one) => [one]), z.array(rowNumber).max(1000)]).default([]);

/** Whom to erase: those who were chosen of what was found, and whether the name goes everywhere else, too. */
export const erasureForm = personForm.extend({
  customers: numbers,
  agents: numbers,
  elsewhere: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
  sure: z.literal('on', 'Tick this box: what is erased cannot be brought back.'),
});
export type ErasureAsked = Omit<z.infer<typeof erasureForm>, 'sure'>;
