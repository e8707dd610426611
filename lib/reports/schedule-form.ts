import { z } from 'zod';
import { PACK_FORMATS } from '../packs/formats.ts';
import { line, rowNumber, wholeNumber } from '../workspace/form-fields.ts';
import { folderParts } from './folder-name.ts';
import { type ReportWish, toWish, wishFields } from './report-form.ts';
import { RHYTHM_KINDS, type Rhythm } from './rhythm.ts';

export const LONGEST_SCHEDULE_NAME = 80;
export const MOST_RECIPIENTS = 20;

const NO_FOLDER =
  'Give names of folders parted by a slash, such as weekly/billing, or nothing. They lie below the folder of reports.';
const NO_ROWS = 'Incidents with people’s words go to a folder, not by mail.';

/** What is made again and again, when, and where it goes: to addresses, or to a folder and then to none. */
export interface ScheduleEntry extends ReportWish {
  name: string;
  rhythm: Rhythm;
  recipients: readonly string[];
  folder: string | null;
}

const recipients = z
  .string('Give at least one e-mail address.')
  .max(4000, 'These are too many addresses.')
  .transform(toAddresses)
  .refine((given) => given.length > 0, 'Give at least one e-mail address.')
  .refine((given) => given.length <= MOST_RECIPIENTS, `Give at most ${MOST_RECIPIENTS} addresses.`)
  .refine((given) => given.every(isAddress), {
    error: ({ input }) => `Not an e-mail address: ${wrongOf(input).join(', ')}.`,
  });

const folder = z
  .string(NO_FOLDER)
  .max(400, 'This name is too long.')
  .refine((text) => folderParts(text) !== null, NO_FOLDER)
  .transform((text) => (folderParts(text) ?? []).join('/'));

const everyWay = z.object({
  ...wishFields,
  name: line('a name for the schedule', LONGEST_SCHEDULE_NAME),
  kind: z.enum(RHYTHM_KINDS, 'Choose how often.'),
  weekday: wholeNumber(1, 7).default(1),
  monthDay: wholeNumber(1, 31).default(1),
  hour: wholeNumber(0, 23),
});

/** A schedule as its form sends it. */
export const scheduleForm = z
  .discriminatedUnion(
    'way',
    [
      everyWay.extend({ way: z.literal('mail'), recipients }),
      everyWay.extend({ way: z.literal('folder'), folder }),
    ],
    'Choose where it goes.',
  )
  .transform((entry, context): ScheduleEntry => {
    const { name, kind, weekday, monthDay, hour } = entry;
    const wish = toWish(entry, context);
    const about = { ...wish, name, rhythm: { kind, weekday, monthDay, hour } };
    if (entry.way === 'folder') return { ...about, recipients: [], folder: entry.folder };
    if (PACK_FORMATS[entry.format].holds === 'rows')
      context.addIssue({ code: 'custom', path: ['way'], message: NO_ROWS });
    return { ...about, recipients: entry.recipients, folder: null };
  });

export const knownSchedule = z.object({ scheduleId: rowNumber });
export const pauseForm = knownSchedule.extend({ isPaused: z.stringbool() });

function toAddresses(text: string): string[] {
  const given = text.split(/[\s,;]+/).filter(Boolean);
  return [...new Set(given.map((address) => address.toLowerCase()))];
}

function isAddress(text: string): boolean {
  return z.email().safeParse(text).success;
}

function wrongOf(given: unknown): string[] {
  return (Array.isArray(given) ? given : []).filter((text) => !isAddress(String(text))).slice(0, 3);
}
