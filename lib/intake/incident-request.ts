import { z } from 'zod';
import { Invalid, type Problem } from '../errors.ts';
import { draftFields, draftStep, words } from './incident-draft.ts';

export const MOST_INCIDENTS_A_REQUEST = 1000;

const time = z
  .string()
  .trim()
  .max(40, 'is longer than 40 characters')
  .meta({
    description:
      'ISO 8601, as exact as it is known: 2026-03-04T10:30Z, 2026-03-04T10:30 (in the zone of the workspace), 2026-03-04 or 2026-03.',
    examples: ['2026-03-04T10:30'],
  });
const maybeTime = time.nullable().default(null);
const flag = z.boolean().nullable().default(null);

const requestStep = draftStep
  .omit({ moment: true, customerToldAt: true })
  .extend({ at: maybeTime, handoffDocumented: flag, handoffBriefed: flag, customerToldAt: maybeTime });

/**
 * One incident as a form and the API send it. The names are those of exports; the limits are those of every way into
 * the record, since they are taken from the draft. Fields of other names are refused.
 */
export const incidentRequest = draftFields.extend({
  source: words(64)
    .regex(/^[a-z0-9][a-z0-9._-]*$/, 'is to be of a-z, 0-9, ".", "_" and "-"')
    .meta({
      description:
        'The system that the incident comes from. With `id` it makes an incident the same one again.',
      examples: ['crm'],
    }),
  id: words(200).meta({ description: 'What the source calls the incident.', examples: ['C-10442'] }),
  occurredAt: time,
  reportedAt: maybeTime,
  closedAt: maybeTime,
  steps: z.array(requestStep).max(1000, 'has more than 1,000 steps').default([]),
  compensation: z
    .strictObject({
      amount: z.number().min(0, 'is below 0').max(20_000_000, 'is above 20,000,000'),
      currency: z.string().regex(/^[A-Z]{3}$/, 'is not a currency code'),
    })
    .nullable()
    .default(null),
});
export type IncidentRequest = z.output<typeof incidentRequest>;

/** The rows of a request: one incident, or `{ "incidents": […] }` with at most 1,000. */
export interface IncidentRequests {
  rows: readonly unknown[];
  isSingle: boolean;
}

export const incidentRequests = z.strictObject({
  incidents: z
    .array(z.unknown(), 'Send an object with an array "incidents".')
    .min(1, 'Send at least one incident.')
    .max(MOST_INCIDENTS_A_REQUEST, 'Send at most 1,000 incidents at a time.'),
});

/** The body of such a request. Throws Invalid when it is neither an incident nor a list of them. */
export function parseIncidentRequests(body: unknown): IncidentRequests {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    const message = 'Send one incident as an object, or up to 1,000 as {"incidents": […]}.';
    throw new Invalid([{ field: '', message }]);
  }
  if (!('incidents' in body)) return { rows: [body], isSingle: true };
  const parsed = incidentRequests.safeParse(body);
  if (parsed.success) return { rows: parsed.data.incidents, isSingle: false };
  throw new Invalid(parsed.error.issues.map(({ message }) => ({ field: 'incidents', message })));
}

/** One row of a request by its schema, or everything that is wrong with it. */
export function parseIncidentRow(row: unknown): IncidentRequest | Problem[] {
  const parsed = incidentRequest.safeParse(row, { error: inWords });
  if (parsed.success) return parsed.data;
  return parsed.error.issues.flatMap((issue) => {
    const field = issue.path.join('.');
    if (issue.code !== 'unrecognized_keys') return [{ field, message: issue.message }];
    return issue.keys.map((key) => ({
      field: [...issue.path, key].join('.'),
      message: 'is not a field of an incident',
    }));
  });
}

/** The library's own words name types of the language; these name what is to be sent. */
function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined ? 'is missing' : `is not ${NAMES[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === 'invalid_value') return `is none of ${issue.values.join(', ')}`;
  return undefined;
}

const NAMES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};
