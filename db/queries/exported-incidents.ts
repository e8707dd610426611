import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import type { Records, Snapshot } from '@/db/facts/snapshot.ts';
import { incident, incidentText, source } from '@/db/schema/incidents.ts';
import { agent, customer } from '@/db/schema/organisation.ts';
import { type Asked, EVERYTHING, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

/** The numbers of incidents below one, the highest first: a stretch of all that the filters leave. */
export async function listNumbersBelow(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  below: number,
  limit: number,
): Promise<number[]> {
  const rows = await snapshot.facts
    .select({ number: factIncident.number })
    .from(factIncident)
    .where(and(where(viewer, asked), lt(factIncident.number, below)))
    .orderBy(desc(factIncident.number))
    .limit(limit);
  return rows.map(({ number }) => number);
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

/** What a file says of an incident: its figures and codes in one text, and its own words. */
export interface ExportedRow {
  /** The values of `FIGURES` with commas between them; nothing where nothing is known. */
  figures: string;
  source: string;
  externalId: string;
  agent: string | null;
  customer: string | null;
  topic: string | null;
  narrative: string | null;
  resolution: string | null;
}

/** No figure, code or moment has a comma: told together they are read four times as fast as one by one. */
const FIGURES = {
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
} as const;
export type ExportedFigure = keyof typeof FIGURES;
export const EXPORTED_FIGURES = Object.keys(FIGURES) as ExportedFigure[];

const together = sql.join(
  Object.values(FIGURES).map((column) => sql`${column}`),
  sql`, ',', `,
);

/** Everything that a file says of these incidents, in codes, in no order. Moments are told in UTC. */
export function listExportedRows(
  records: Records,
  viewer: Viewer,
  numbers: readonly number[],
): Promise<ExportedRow[]> {
  const list = `{${numbers.join(',')}}`;
  const words = wordsOf(records);
  const person = pseudonymOf(records);
  const scope = where(viewer, EVERYTHING);
  const rows = records
    .select({
      figures: sql`concat(${together})`.mapWith(String),
      source: source.id,
      externalId: incident.externalId,
      agent: agent.reference,
      customer: person.pseudonym,
      topic: words.topic,
      narrative: words.narrative,
      resolution: words.resolution,
    })
    .from(incident)
    .innerJoin(source, eq(source.code, incident.source))
    .leftJoinLateral(words, sql`true`)
    .leftJoin(agent, eq(agent.agentId, incident.agentId))
    .leftJoinLateral(person, sql`true`)
    .$dynamic();
  const these = sql`${incident.number} = any(${list}::int[])`;
  if (!scope) return rows.where(these);
  // Of the facts too, which would be made of all incidents otherwise before the few are chosen.
  return rows
    .innerJoin(factIncident, eq(factIncident.number, incident.number))
    .where(and(scope, these, sql`${factIncident.number} = any(${list}::int[])`));
}

// Looked up one by one: joined as they are, all texts of the record are read through for every two thousand of them.
function wordsOf(records: Records) {
  const { topic, narrative, resolution } = incidentText;
  return records
    .select({ topic, narrative, resolution })
    .from(incidentText)
    .where(eq(incidentText.incidentId, incident.incidentId))
    .limit(1)
    .as('words');
}

function pseudonymOf(records: Records) {
  return records
    .select({ pseudonym: customer.pseudonym })
    .from(customer)
    .where(eq(customer.customerId, incident.customerId))
    .limit(1)
    .as('person');
}
