import type { Intake } from '@/db/benchmark/intake.ts';
import type { TakeOut } from '@/db/benchmark/take-out.ts';
import type { Machine } from './machine.ts';
import type { Times } from './time-each.ts';

/** What can be measured by itself; all of it is measured one after the other unless some is chosen. */
export const STAGES = [
  'reports',
  'questions',
  'reports-record',
  'questions-record',
  'refresh',
  'intake',
  'export',
  'pages',
] as const;

export type Stage = (typeof STAGES)[number];

/** One thing on each engine; null where it was not measured. */
export interface Compared {
  kind: 'report' | 'part' | 'question';
  name: string;
  facts: Times | null;
  record: Times | null;
  /** The least that the facts must be asked for it; not by hand: the statements of the thing itself. */
  limit: (Times & { isByHand: boolean }) | null;
}

/** The stage in which each kind is asked on the facts, and the one in which it is asked on the record. */
export const ON_FACTS = { report: 'reports', part: 'reports', question: 'questions' } as const;
export const ON_RECORD = {
  report: 'reports-record',
  part: 'reports-record',
  question: 'questions-record',
} as const;

/** The page in a browser, in milliseconds from when it was asked for. */
export interface PageTimes {
  firstByte: Times;
  allPanels: Times;
  /** Of the server that answered; null where the system does not tell. */
  serverMb: number | null;
}

/** What was measured at one size, which may have been some stages of it only. */
export interface Result {
  incidents: number;
  /** Written into the record, or made directly as facts. */
  made: 'record' | 'direct';
  machine: Machine;
  /** When each stage was measured, and how busy the machine was before and after. */
  measured: Partial<Record<Stage, { at: string; before: number; after: number }>>;
  compared: readonly Compared[];
  /** Null where facts were made directly. */
  refresh: { fromNothing: Times; afterChanges: Times; changes: number } | null;
  /** Of this process with its copy of the facts, without PostgreSQL; null where the system does not tell. */
  memoryMb: number | null;
  /** How long the sample took to go in, where it was not there yet. */
  seededInSeconds: number | null;
  intake: { seed: Intake; import: Intake } | null;
  takeOut: TakeOut | null;
  page: PageTimes | null;
}
