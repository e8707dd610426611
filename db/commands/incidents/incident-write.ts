import type {
  escalationStep,
  followUp,
  incidentCue,
  techniqueObservation,
} from '@/db/schema/incident-details.ts';
import type { incident, incidentText } from '@/db/schema/incidents.ts';
import type { RankedLevel } from '@/lib/intake/derive-path.ts';
import type { IncidentDraft, SourceRow } from '@/lib/intake/incident-draft.ts';
import type { KeptRow } from '@/lib/privacy/redact-incident.ts';
import type { References } from './find-references.ts';
import type { Terms } from './find-terms.ts';

/** A draft and what it came from, on its way into the record. */
export interface ReadyIncident {
  incidentId: string;
  draft: IncidentDraft;
  rows: readonly SourceRow[];
  /** A digest of what the source says, by which a repeated record is known to be unchanged. */
  contentHash: string;
}

/** What is the same for all that are written at once. */
export interface Writing {
  timeZone: string;
  importRunId: number | null;
  now: Date;
  /** Words that were made up name nobody, and are not searched for people. */
  isInvented?: boolean;
}

/** One incident in codes; what follows from them is derived afterwards. */
export interface IncidentWrite {
  said: SaidColumns;
  text: typeof incidentText.$inferInsert & { sourceRows: KeptRow[]; redactedWith: number | null };
  steps: StepWrite[];
  cues: (typeof incidentCue.$inferInsert)[];
  techniques: (typeof techniqueObservation.$inferInsert)[];
  followUps: (typeof followUp.$inferInsert)[];
}

export type StepWrite = Omit<
  Required<typeof escalationStep.$inferInsert>,
  'nextLevel' | 'waitMinutes' | 'handoffDocumented' | 'handoffBriefed'
> & { counted: RankedLevel; handoffDocumented: boolean | null; handoffBriefed: boolean | null };

export type IncidentRow = typeof incident.$inferSelect;

/** The columns that say what the source said; the others are derived or the record's own. */
export const SAID_COLUMNS = [
  'incidentId',
  'source',
  'externalId',
  'kind',
  'occurredAt',
  'occurredPrecision',
  'occurredBasis',
  'occurredClock',
  'reportedAt',
  'reportedPrecision',
  'closedAt',
  'closedPrecision',
  'status',
  'channel',
  'journeyStage',
  'product',
  'siteId',
  'teamId',
  'agentId',
  'customerId',
  'trigger',
  'customerState',
  'severity',
  'intensityBefore',
  'intensityAfter',
  'outcome',
  'compensationMinor',
  'compensationCurrency',
  'csat',
  'repeatClaimed',
  'reassignmentsClaimed',
  'contentHash',
] as const satisfies readonly (keyof IncidentRow)[];
export type SaidColumns = Pick<IncidentRow, (typeof SAID_COLUMNS)[number]>;

/** What the words of drafts are in the record. */
export interface Codes {
  terms: Terms;
  references: References;
  products: Map<string, number>;
  /** By `pathKey`. */
  paths: Map<string, number>;
}
