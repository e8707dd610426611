import { and, between, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { factIncident } from '@/db/facts/schema.ts';
import type { Records, Snapshot } from '@/db/facts/snapshot.ts';
import { incident, incidentText, source } from '@/db/schema/incidents.ts';
import { agent, customer } from '@/db/schema/organisation.ts';
import { isAmong } from '@/db/search-conditions.ts';
import { type Asked, EVERYTHING, where, whereIncidents } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

/** So many numbers are told as the bits of one, which is ten times as fast as each by itself; SQL writes it out. */
const BITS = 30;

/** The numbers of all incidents that the filters leave, the highest first. */
export async function listNumbers(snapshot: Snapshot, viewer: Viewer, asked: Asked): Promise<Int32Array> {
  const block = sql`${factIncident.number} / 30`;
  const bit = sql`1 << (${factIncident.number} % 30)`;
  const blocks = await snapshot.facts
    .select({ block: block.mapWith(Number), bits: sql`sum(${bit})`.mapWith(Number), count: count() })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(block)
    .orderBy(desc(block));
  const numbers = new Int32Array(blocks.reduce((sum, each) => sum + each.count, 0));
  let at = 0;
  for (const { block, bits } of blocks) {
    for (let place = BITS - 1; place >= 0; place -= 1) {
      if (bits & (1 << place)) numbers[at++] = block * BITS + place;
    }
  }
  return numbers;
}

/** Which of these incidents the viewer sees, the highest number first. */
export async function listNumbersAmong(
  records: Records,
  viewer: Viewer,
  numbers: readonly number[],
): Promise<number[]> {
  const rows = await records
    .select({ number: incident.number })
    .from(incident)
    .innerJoin(factIncident, eq(factIncident.number, incident.number))
    .where(
      and(
        where(viewer, EVERYTHING),
        inArray(incident.number, [...numbers]),
        inArray(factIncident.number, [...numbers]),
      ),
    )
    .orderBy(desc(incident.number));
  return rows.map(({ number }) => number);
}

/** What a row of the record is told by, in this order. */
const COLUMNS = {
  number: incident.number,
  kind: incident.kind,
  occurredAt: incident.occurredAt,
  occurredPrecision: incident.occurredPrecision,
  reportedAt: incident.reportedAt,
  reportedPrecision: incident.reportedPrecision,
  closedAt: incident.closedAt,
  closedPrecision: incident.closedPrecision,
  status: incident.status,
  channel: incident.channel,
  journeyStage: incident.journeyStage,
  product: incident.product,
  siteId: incident.siteId,
  teamId: incident.teamId,
  trigger: incident.trigger,
  customerState: incident.customerState,
  severity: incident.severity,
  intensityBefore: incident.intensityBefore,
  intensityAfter: incident.intensityAfter,
  outcome: incident.outcome,
  path: incident.path,
  levelReached: incident.levelReached,
  minutesToClose: incident.minutesToClose,
  compensationMinor: incident.compensationMinor,
  currency: incident.compensationCurrency,
  csat: incident.csat,
  source: source.id,
  externalId: incident.externalId,
  agent: agent.reference,
  customer: customer.pseudonym,
} as const;
const WORDS = ['topic', 'narrative', 'resolution'] as const;
export type ExportedColumn = keyof typeof COLUMNS | (typeof WORDS)[number];
export const EXPORTED_COLUMNS = [...Object.keys(COLUMNS), ...WORDS] as ExportedColumn[];

/**
 * What a file says of these incidents, as far as the viewer sees them, in codes, the highest number first: a statement
 * to be read in one pass, whose cells are `EXPORTED_COLUMNS`. Moments are told in UTC.
 */
export function selectExportedRows(viewer: Viewer, numbers: Int32Array): SQL {
  const builder = new QueryBuilder();
  const words = wordsOf(builder);
  return builder
    .select({ ...COLUMNS, topic: words.topic, narrative: words.narrative, resolution: words.resolution })
    .from(incident)
    .innerJoin(source, eq(source.code, incident.source))
    .leftJoinLateral(words, sql`true`)
    .leftJoin(agent, eq(agent.agentId, incident.agentId))
    .leftJoin(customer, eq(customer.customerId, incident.customerId))
    .where(and(whereIncidents(viewer), isChosen(numbers)))
    .orderBy(desc(incident.number))
    .getSQL();
}

/** One in so many of a stretch of numbers: more are told as its bits, which take a fiftieth of the room. */
const SPARSE = 20;

/** Whether an incident is one of these; they are in their order, the highest first. */
function isChosen(numbers: Int32Array): SQL {
  const [highest = 0, lowest = 0] = [numbers[0], numbers.at(-1)];
  if (numbers.length * SPARSE < highest - lowest) return isAmong(incident.number, [...numbers]);
  const bits = Buffer.alloc(Math.floor((highest - lowest) / 8) + 1);
  for (const number of numbers) {
    const at = (number - lowest) >> 3;
    bits[at] = (bits[at] ?? 0) | (1 << ((number - lowest) & 7));
  }
  // "More than nothing" rather than "one", of which the planner would take too few to be true.
  return sql`(${between(incident.number, lowest, highest)}
    and get_bit(${`\\x${bits.toString('hex')}`}::bytea, ${incident.number} - ${lowest}) > 0)`;
}

// Looked up one by one: joined as they are, all texts of the record are read and sorted before the first row is there.
function wordsOf(builder: QueryBuilder) {
  const { topic, narrative, resolution } = incidentText;
  return builder
    .select({ topic, narrative, resolution })
    .from(incidentText)
    .where(eq(incidentText.incidentId, incident.incidentId))
    .limit(1)
    .as('words');
}
