import { z } from 'zod';
import {
  BASES,
  CLOCK_CHANGES,
  CUES,
  CUSTOMER_STATES,
  ESCALATION_REASONS,
  FOLLOW_UP_REASONS,
  KINDS,
  OBSERVATIONS,
  OUTCOMES,
  PRECISIONS,
  STATUSES,
} from '../taxonomy/fixed-sets.ts';
import { FIRST_YEAR, LAST_YEAR } from './moments.ts';

/** A text that is not empty, without spaces around it. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`)
    .refine((text) => !text.includes('\0'), 'contains the character U+0000');
const maybe = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);
const oneToFive = maybe(z.int().min(1, 'is below 1').max(5, 'is above 5'));
const term = (unknown: string) =>
  z
    .string()
    .regex(/^[a-z0-9_]{1,64}$/, 'is not an id of a vocabulary')
    .default(unknown);
const localDate = z.iso.date();

const instant = z
  .int()
  .min(Date.UTC(FIRST_YEAR, 0), `is before ${FIRST_YEAR}`)
  .max(Date.UTC(LAST_YEAR + 1, 0), `is after ${LAST_YEAR}`);
const moment = z.strictObject({
  /** Milliseconds since 1970; a date or a month stands at its first midnight in UTC. */
  at: instant,
  precision: z.enum(PRECISIONS),
  clock: z.enum(CLOCK_CHANGES).default('none'),
});

export const draftStep = z.strictObject({
  level: term('unknown'),
  moment: maybe(moment),
  team: maybe(words(200)),
  agent: maybe(words(200)),
  reason: z.enum(ESCALATION_REASONS).default('unknown'),
  note: maybe(words(500)),
  handoffDocumented: maybe(z.boolean()),
  handoffBriefed: maybe(z.boolean()),
  customerToldAt: maybe(instant),
});

/** What is said of an incident in the same words whichever way it comes. */
export const draftFields = z.strictObject({
  kind: z.enum(KINDS),
  status: z.enum(STATUSES).default('unknown'),
  channel: term('unknown'),
  journeyStage: term('unknown'),
  /** In the source's own words; so are site, team, agent and customer. */
  product: maybe(words(300)),
  site: maybe(words(200)),
  team: maybe(words(200)),
  agent: maybe(words(200)),
  customer: maybe(words(500)),
  trigger: term('unclassified'),
  customerState: z.enum(CUSTOMER_STATES).default('unknown'),
  cues: z.array(z.enum(CUES)).max(CUES.length).default([]),
  severity: oneToFive,
  intensityBefore: oneToFive,
  intensityAfter: oneToFive,
  techniques: z
    .array(z.strictObject({ technique: term('unknown'), observation: z.enum(OBSERVATIONS) }))
    .max(100)
    .default([]),
  outcome: z.enum(OUTCOMES).default('unknown'),
  csat: oneToFive,
  repeatClaimed: maybe(z.boolean()),
  reassignmentsClaimed: maybe(z.int().min(0).max(1_000_000)),
  followUps: z
    .array(
      z.strictObject({
        promise: maybe(words(2000)),
        dueOn: maybe(localDate),
        doneOn: maybe(localDate),
        /** Why it was late or not done. */
        reason: z.enum(FOLLOW_UP_REASONS).default('unknown'),
      }),
    )
    .max(100)
    .default([]),
  topic: maybe(words(2000)),
  narrative: maybe(words(1_000_000)),
  resolution: maybe(words(1_000_000)),
});

/**
 * An incident on its way into the record, in ids and words rather than codes: what a form, the API and a row of a
 * file all have to become. Only source, id, kind and occurred are required; everything else may be unknown.
 */
export const incidentDraft = draftFields.extend({
  source: z.strictObject({ id: words(64), label: words(200) }),
  externalId: words(200),
  occurred: moment.extend({ basis: z.enum(BASES) }),
  reported: maybe(moment),
  closed: maybe(moment),
  steps: z.array(draftStep).max(10_000, 'has more than 10,000 steps').default([]),
  compensation: maybe(
    z.strictObject({
      /** In the currency's smallest unit. */
      minor: z.int().min(0).max(2_147_483_647),
      currency: z.string().regex(/^[A-Z]{3}$/, 'is not a currency code'),
    }),
  ),
});

export type IncidentDraft = z.output<typeof incidentDraft>;
export type DraftInput = z.input<typeof incidentDraft>;
export type DraftStep = IncidentDraft['steps'][number];

/** One row of a file as it came. */
export interface SourceRow {
  line: number;
  fields: Record<string, string>;
}
