import type { Intake } from '@/db/benchmark/intake.ts';
import type { Machine } from './machine.ts';
import type { Times } from './time-each.ts';

/** One thing on each engine; null where it was not measured. */
export interface Compared {
  kind: 'report' | 'part' | 'question';
  name: string;
  facts: Times;
  record: Times | null;
  /** The least that the facts must be asked for it; not by hand: the statements of the thing itself. */
  limit: (Times & { isByHand: boolean }) | null;
}

/** The page in a browser, in milliseconds from when it was asked for. */
export interface PageTimes {
  firstByte: Times;
  allPanels: Times;
  /** Of the server that answered; null where the system does not tell. */
  serverMb: number | null;
}

/** All that was measured at one size. */
export interface Result {
  incidents: number;
  /** Written into the record, or made directly as facts. */
  made: 'record' | 'direct';
  at: string;
  machine: Machine;
  load: { before: number; after: number };
  compared: readonly Compared[];
  /** Null where facts were made directly. */
  refresh: { fromNothing: Times; afterChanges: Times; changes: number } | null;
  /** Of this process with its copy of the facts, without PostgreSQL; null where the system does not tell. */
  memoryMb: number | null;
  /** How long the sample took to go in, where it was not there yet. */
  seededInSeconds: number | null;
  intake: { seed: Intake; import: Intake } | null;
  page: PageTimes | null;
}
