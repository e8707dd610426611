import { z } from 'zod';
import {
  day,
  line,
  paragraphsOrNone,
  rowNumber,
  rowNumbers,
  versionField,
  wholeNumber,
} from '../workspace/form-fields.ts';
import { MODULE_FORMS } from './module-forms.ts';

export const LONGEST_MODULE_NAME = 120;
const LONGEST_ABOUT = 4000;

/** Codes of techniques, of which there is at least one. */
export const techniqueCodes = rowNumbers().refine(
  (codes) => codes.length > 0,
  'Choose at least one technique.',
);

/** What can be trained: by which form, for which techniques, and for how long. */
export const moduleForm = z.object({
  name: line('a name: what is trained, in a few words', LONGEST_MODULE_NAME),
  form: z.enum(MODULE_FORMS, 'Choose a form from the list.'),
  about: paragraphsOrNone(LONGEST_ABOUT),
  minutes: z
    .literal('')
    .transform(() => null)
    .or(wholeNumber(5, 960))
    .default(null),
  techniques: techniqueCodes,
});
export type ModuleEntry = z.infer<typeof moduleForm>;

/** Which module a form was made for, and which state of it. */
export const knownModule = z.object({ moduleId: rowNumber, version: versionField });
export type KnownModule = z.infer<typeof knownModule>;

export const changeModuleForm = knownModule.extend({
  ...moduleForm.shape,
  retired: z.preprocess((given) => given === 'yes', z.boolean()),
});
export type ChangedModule = Omit<z.infer<typeof changeModuleForm>, keyof KnownModule>;

const compared = rowNumbers();

/** A module to be held on a day, for whom, beside whom its effect is to be seen, and with which cards. */
export const sessionForm = z.object({
  moduleId: rowNumber,
  heldOn: day('the day on which it is held'),
  teams: rowNumbers().refine((teams) => teams.length > 0, 'Choose at least one team.'),
  compared,
  scenarios: rowNumbers(),
  note: paragraphsOrNone(LONGEST_ABOUT),
});
export type SessionEntry = z.infer<typeof sessionForm>;

/** Which session a form was made for, and which state of it. */
export const knownSession = z.object({ sessionId: rowNumber, version: versionField });
export type KnownSession = z.infer<typeof knownSession>;

/** The module and the teams of a session stay what they are. */
export const changeSessionForm = knownSession.extend({
  heldOn: sessionForm.shape.heldOn,
  compared,
  scenarios: rowNumbers(),
  note: sessionForm.shape.note,
});
export type ChangedSession = Omit<z.infer<typeof changeSessionForm>, keyof KnownSession>;

/** Who is asked to a session, of the people of its teams. */
export const invitationForm = knownSession.extend({ people: rowNumbers() });

/** Who of those who were asked has come. */
export const attendanceForm = knownSession.extend({ attended: rowNumbers() });
