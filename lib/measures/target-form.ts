import { z } from 'zod';
import { shiftDays } from '../filters/local-dates.ts';
import { day, dayOrNone, rowNumber } from '../workspace/form-fields.ts';
import { MEASURE_IDS } from './measure-ids.ts';
import { MEASURES } from './measures.ts';
import { targetUnit } from './target-words.ts';

const NO_NUMBER = 'Give a number such as 25 or 2.5.';

/** What a measure should reach, for the workspace or one team, from a day on, as a person writes it. */
export const targetForm = z
  .object({
    measure: z.enum(MEASURE_IDS, 'Choose a measure from the list.'),
    teamId: z.preprocess((given) => (given === '' ? null : given), rowNumber.nullable()),
    value: z
      .string(NO_NUMBER)
      .trim()
      .regex(/^\d{1,7}([.,]\d{1,3})?$/, NO_NUMBER)
      .transform((text) => Number(text.replace(',', '.'))),
    from: day('the day from which it holds'),
    lastDay: dayOrNone(),
  })
  .superRefine(({ measure, value, from, lastDay }, context) => {
    const problem = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const unit = targetUnit(MEASURES[measure]);
    if (!unit) problem('measure', 'No direction of this measure counts as good, so it has no target.');
    else if (Number.isFinite(value) && (value < unit.least || value > unit.most)) {
      problem('value', `Give a number from ${unit.least} to ${unit.most.toLocaleString('en-GB')}.`);
    }
    if (lastDay !== null && lastDay < from) problem('lastDay', 'This is before the first day.');
  })
  .transform(({ measure, teamId, value, from, lastDay }) => ({
    measure,
    teamId,
    from,
    /** A share is 0 to 1, a time is in minutes: without the last digits of the reckoning. */
    value: Number((value * (targetUnit(MEASURES[measure])?.factor ?? 1)).toPrecision(12)),
    until: lastDay && shiftDays(lastDay, 1),
  }));
export type TargetEntry = z.infer<typeof targetForm>;
