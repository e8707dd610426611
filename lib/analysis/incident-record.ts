import type {
  Basis,
  ClockChange,
  Cue,
  CustomerState,
  EscalationReason,
  FollowUpReason,
  Kind,
  Observation,
  Observer,
  Outcome,
  Precision,
  Status,
} from '../taxonomy/fixed-sets.ts';

/** A value of a vocabulary: its id in URLs, its words for people. */
export interface Named {
  id: string;
  label: string;
}

/** A point in time as exact as the source gave it. A date or a month stands at its first midnight in UTC. */
export interface Moment {
  /** Milliseconds since 1970. */
  at: number;
  precision: Precision;
}

/** One incident with everything the record knows of it. Null is "not known". */
export interface IncidentRecord {
  number: number;
  kind: Kind;
  source: Named;
  externalId: string;
  /** Its file is named to those who may know it. */
  importRun: { id: number; fileName: string | null } | null;
  occurred: Moment & { basis: Basis; clock: ClockChange };
  reported: Moment | null;
  closed: Moment | null;
  closedBeforeOccurred: boolean;
  minutesToClose: number | null;
  reportedAfterMinutes: number | null;
  status: Status;
  channel: Named | null;
  journeyStage: Named | null;
  product: Named | null;
  site: string | null;
  team: string | null;
  agent: string | null;
  customer: string | null;
  trigger: Named | null;
  customerState: CustomerState;
  cues: readonly Cue[];
  severity: number | null;
  intensityBefore: number | null;
  intensityAfter: number | null;
  outcome: Outcome;
  compensation: { minor: number; currency: string } | null;
  csat: number | null;
  repeatClaimed: boolean | null;
  daysSincePrevious: number | null;
  /** The source's own counter; `teamChanges` is what the steps show. The two are never mixed. */
  reassignmentsClaimed: number | null;
  teamChanges: number;
  escalated: boolean | null;
  bounced: boolean | null;
  /** The distinct neighbouring levels in order; empty when the path is not known. */
  path: readonly Level[];
  steps: readonly Step[];
  techniques: readonly Technique[];
  followUps: readonly FollowUp[];
  documented: readonly DocumentedItem[];
  setByPerson: readonly string[];
  topic: string | null;
  narrative: string | null;
  resolution: string | null;
  sourceRows: readonly SourceRow[];
  /** When everything in words was removed, in milliseconds since 1970; null while it may be there. */
  wordsRemovedAt: number | null;
}

export interface Level {
  code: number;
  label: string;
  rank: number;
}

/** One stay of a case with one level and team. */
export interface Step {
  seq: number;
  level: Level | null;
  moment: Moment | null;
  team: string | null;
  agent: string | null;
  reason: EscalationReason;
  /** The source's own word for the step. */
  note: string | null;
  handoffDocumented: boolean | null;
  handoffBriefed: boolean | null;
  /** Milliseconds since 1970. */
  customerToldAt: number | null;
  /** How long the case stayed before the next step. */
  waitMinutes: number | null;
}

export interface Technique {
  section: string;
  label: string;
  observer: Observer;
  observation: Observation;
}

export interface FollowUp {
  promise: string | null;
  dueOn: string | null;
  doneOn: string | null;
  reason: FollowUpReason;
}

/** One row of the file as it came. */
export interface SourceRow {
  line: number | null;
  fields: readonly (readonly [name: string, value: string | null])[];
}

/** The six things that the procedure asks for, in the order of their bits. */
export const DOCUMENTED_ITEMS = ['date', 'time', 'customer', 'behaviours', 'actions', 'outcome'] as const;
export type DocumentedItem = (typeof DOCUMENTED_ITEMS)[number];
