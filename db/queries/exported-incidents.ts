import { and, desc, eq, inArray, lt } from 'drizzle-orm';
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

/** Everything that a file says of these incidents, in codes, in no order. */
export async function listExportedRows(records: Records, viewer: Viewer, numbers: readonly number[]) {
  return (
    records
      .select({
        number: incident.number,
        source: source.id,
        externalId: incident.externalId,
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
        agent: agent.reference,
        customer: customer.pseudonym,
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
        topic: incidentText.topic,
        narrative: incidentText.narrative,
        resolution: incidentText.resolution,
      })
      .from(incident)
      .innerJoin(factIncident, eq(factIncident.number, incident.number))
      .innerJoin(source, eq(source.code, incident.source))
      .leftJoin(incidentText, eq(incidentText.incidentId, incident.incidentId))
      .leftJoin(agent, eq(agent.agentId, incident.agentId))
      .leftJoin(customer, eq(customer.customerId, incident.customerId))
      // Of the facts too, which would be made of all incidents otherwise before the few are chosen.
      .where(
        and(
          where(viewer, EVERYTHING),
          inArray(incident.number, [...numbers]),
          inArray(factIncident.number, [...numbers]),
        ),
      )
  );
}

export type ExportedRow = Awaited<ReturnType<typeof listExportedRows>>[number];
