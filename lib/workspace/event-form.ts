import { z } from 'zod';
import { EVENT_KINDS } from '../taxonomy/event-kinds.ts';
import { day, dayOrNone, line, rowNumbers } from './form-fields.ts';

/** Something that happened: on a day or on several, of a kind, concerning some teams or all. */
export const eventForm = z
  .object({
    label: line('a few words that say what happened', 120),
    kind: z.enum(EVENT_KINDS, 'Choose a kind from the list.'),
    day: day('the day on which it happened, or the first of several'),
    lastDay: dayOrNone(),
    teams: rowNumbers(),
  })
  .superRefine(({ day: first, lastDay }, context) => {
    if (lastDay === null || lastDay >= first) return;
    context.addIssue({ code: 'custom', path: ['lastDay'], message: 'This is before the first day.' });
  })
  .transform(({ lastDay, ...event }) => ({ ...event, lastDay: lastDay === event.day ? null : lastDay }));
export type EventEntry = z.infer<typeof eventForm>;
