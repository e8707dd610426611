import { z } from 'zod';
import { linkForm } from '../patterns/pattern-forms.ts';
import { line, rowNumber } from '../workspace/form-fields.ts';

const LONGEST_REASON = 300;
const reason = line('a reason, in a few words', LONGEST_REASON);

/** That an incident is none after all. */
export const notAnIncidentForm = z.object({ number: rowNumber, reason });

/** That an incident is on record twice, and which of the two stays. */
export const sameAsForm = notAnIncidentForm.extend({ sameAs: linkForm.shape.incident });

/** That it counts after all. */
export const countAgainForm = z.object({ number: rowNumber });
