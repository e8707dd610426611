import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { escalationPath, incident, source } from '@/db/schema/incidents.ts';
import { channel, journeyStage, level, trigger } from '@/db/schema/taxonomies.ts';
import {
  BASES,
  type Basis,
  CUSTOMER_STATES,
  type CustomerState,
  KINDS,
  type Kind,
  type Observation,
  OUTCOMES,
  type Outcome,
  STATUSES,
  type Status,
  toCode,
} from '@/lib/taxonomy/fixed-sets.ts';
import { type MadeFollowUp, type MadeStep, makeDetails } from './detail-factory.ts';

/** What a test says of an incident; everything else is not known. */
export interface MadeIncident {
  /** `2024-02-29` or `2024-02-29T14:05` (then the hour is known), in UTC. */
  at: string;
  trigger?: string;
  outcome?: Outcome;
  channel?: string;
  stage?: string;
  state?: CustomerState;
  /** What a finished review coded. */
  cause?: string;
  /** Level ids in order; the rest of the path is derived from them as a command would. */
  path?: string[];
  team?: number;
  agent?: number;
  customer?: number;
  kind?: Kind;
  /** Closed where there are minutes to close, else not known. */
  status?: Status;
  severity?: number;
  csat?: number;
  compensation?: { minor: number; currency?: string };
  minutesToClose?: number;
  reportedAfterMinutes?: number;
  /** When nothing says so, it is the day on which it occurred. */
  basis?: Basis;
  /** Bits of the six things that are documented; the date alone unless given. */
  documented?: number;
  daysSincePrevious?: number;
  intensity?: [before: number, after: number];
  /** Apart from the path, which says the levels alone. */
  steps?: readonly MadeStep[];
  followUps?: readonly MadeFollowUp[];
  /** By id, how the agent says that each was handled, and how a reviewer does. */
  techniques?: Readonly<Record<string, Observation>>;
  rated?: Readonly<Record<string, Observation>>;
}

/** Writes incidents straight into the record, with the derived columns that a command would have written. */
export async function makeIncidents(records: Records, made: readonly MadeIncident[]): Promise<void> {
  if (made.length === 0) return;
  await records.insert(source).values({ id: 'test', label: 'Test' }).onConflictDoNothing();
  const codes = {
    trigger: await codesById(records, trigger),
    channel: await codesById(records, channel),
    stage: await codesById(records, journeyStage),
    level: await records.select({ id: level.id, code: level.code, rank: level.rank }).from(level),
    path: await pathCodes(records, made),
    source: await codesById(records, source),
  };
  for (let from = 0; from < made.length; from += 500) {
    const some = made.slice(from, from + 500).map((one) => ({ ...one, row: toRow(one, codes) }));
    await records.insert(incident).values(some.map(({ row }) => row));
    await makeDetails(
      records,
      some.map(({ row, ...one }) => ({ ...one, incidentId: row.incidentId })),
    );
  }
}

interface Codes {
  trigger: Map<string, number>;
  channel: Map<string, number>;
  stage: Map<string, number>;
  level: { id: string; code: number; rank: number }[];
  path: Map<string, number>;
  source: Map<string, number>;
}

function toRow(made: MadeIncident, codes: Codes): typeof incident.$inferInsert {
  const [day, clock] = made.at.split('T');
  const levels = (made.path ?? []).map((id) =>
    known(
      codes.level.find((term) => term.id === id),
      id,
    ),
  );
  const reached = levels.reduce((top, term) => (term.rank > top.rank ? term : top), { code: 0, rank: 0 });
  const incidentId = randomUUID();
  return {
    incidentId,
    number: sql`nextval('incident_number')` as unknown as number,
    source: known(codes.source.get('test'), 'test'),
    externalId: incidentId,
    kind: toCode(KINDS, made.kind ?? 'incident'),
    occurredAt: new Date(`${day}T${clock ?? '00:00'}:00Z`),
    occurredPrecision: clock ? 0 : 1,
    occurredBasis: toCode(BASES, made.basis ?? 'occurred'),
    status: toCode(STATUSES, made.status ?? (made.minutesToClose === undefined ? 'unknown' : 'closed')),
    channel: codeFor(codes.channel, made.channel),
    journeyStage: codeFor(codes.stage, made.stage),
    customerState: toCode(CUSTOMER_STATES, made.state ?? 'unknown'),
    product: 0,
    teamId: made.team ?? null,
    agentId: made.agent ?? null,
    customerId: made.customer ?? null,
    severity: made.severity ?? null,
    csat: made.csat ?? null,
    compensationMinor: made.compensation?.minor ?? null,
    compensationCurrency: made.compensation?.currency ?? null,
    reportedAfterMinutes: made.reportedAfterMinutes ?? null,
    trigger: codeFor(codes.trigger, made.trigger),
    outcome: toCode(OUTCOMES, made.outcome ?? 'unknown'),
    intensityBefore: made.intensity?.[0] ?? null,
    intensityAfter: made.intensity?.[1] ?? null,
    occurredOn: known(day, made.at),
    occurredHour: clock ? Number(clock.slice(0, 2)) : null,
    minutesToClose: made.minutesToClose ?? null,
    daysSincePrevious: made.daysSincePrevious ?? null,
    path: known(codes.path.get(made.path?.join('~') ?? 'unknown'), String(made.path)),
    levelReached: reached.code,
    levelRank: reached.rank,
    escalated: made.path ? reached.rank > 1 : null,
    bounced: made.path ? new Set(made.path).size < made.path.length : null,
    stepCount: levels.length,
    documented: made.documented ?? 1,
    contentHash: incidentId,
    writtenAt: new Date(0),
  };
}

async function pathCodes(records: Records, made: readonly MadeIncident[]): Promise<Map<string, number>> {
  const levels = await codesById(records, level);
  const [highest] = await records
    .select({ code: sql`coalesce(max(${escalationPath.code}), 0)`.mapWith(Number) })
    .from(escalationPath);
  let next = (highest?.code ?? 0) + 1;
  for (const id of new Set(made.flatMap((one) => (one.path ? [one.path.join('~')] : [])))) {
    const codes = id.split('~').map((levelId) => codeFor(levels, levelId));
    await records.insert(escalationPath).values({ code: next++, id, levels: codes }).onConflictDoNothing();
  }
  return codesById(records, escalationPath);
}

async function codesById(
  records: Records,
  table:
    | typeof trigger
    | typeof channel
    | typeof journeyStage
    | typeof level
    | typeof source
    | typeof escalationPath,
) {
  const rows = await records.select({ id: table.id, code: table.code }).from(table);
  return new Map(rows.map((row) => [row.id, row.code]));
}

function codeFor(codes: Map<string, number>, id: string | undefined): number {
  return id === undefined ? 0 : known(codes.get(id), id);
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the test names ${name}, which the record does not have`);
  return value;
}
