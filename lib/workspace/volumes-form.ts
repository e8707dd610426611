import { z } from 'zod';
import { contactsProblem } from '../intake/read-volume.ts';
import { day, rowNumber } from './form-fields.ts';

/** What the names of the fields begin with; the code of the channel follows. */
export const CONTACTS = 'contacts.';
export const BEFORE = 'before.';

/** One channel of one team on one day; null where nothing is known. */
export interface CellEntry {
  channel: number;
  contacts: number | null;
  /** What the form was made with. */
  before: number | null;
}

/** The contacts of a team on a day, a field a channel. An empty field means that nothing is known, 0 that nobody was. */
export const volumesForm = z
  .object({ day: day('the day'), teamId: rowNumber })
  .catchall(z.string())
  .superRefine((form, context) => {
    for (const [name, text] of Object.entries(form)) {
      if (!name.startsWith(CONTACTS) || typeof text !== 'string' || text.trim() === '') continue;
      const problem = contactsProblem(text.trim());
      if (problem) context.addIssue({ code: 'custom', path: [name], message: `This ${problem}.` });
    }
  })
  .transform(({ day: on, teamId, ...fields }) => ({
    day: on,
    teamId,
    cells: Object.keys(fields)
      .filter((name) => name.startsWith(CONTACTS))
      .map((name): CellEntry => {
        const channel = name.slice(CONTACTS.length);
        return {
          channel: Number(channel),
          contacts: toNumber(fields[name]),
          before: toNumber(fields[`${BEFORE}${channel}`]),
        };
      }),
  }));
export type VolumesEntry = z.infer<typeof volumesForm>;

function toNumber(text: string | undefined): number | null {
  return text?.trim() ? Number(text) : null;
}
