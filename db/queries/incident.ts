import { and, eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import {
  listCues,
  listFollowUps,
  listLevels,
  listSteps,
  listTechniques,
} from '@/db/queries/incident-details.ts';
import { countedAs } from '@/db/queries/named-incidents.ts';
import { toSourceRows } from '@/db/queries/source-rows.ts';
import { importRun } from '@/db/schema/imports.ts';
import { escalationPath, incident, incidentText, source } from '@/db/schema/incidents.ts';
import { agent, customer, site, team } from '@/db/schema/organisation.ts';
import { channel, journeyStage, product, trigger } from '@/db/schema/taxonomies.ts';
import { whereIncidents } from '@/db/where.ts';
import { whereImportNames } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import {
  DOCUMENTED_ITEMS,
  type IncidentRecord,
  type Level,
  type Moment,
  type Named,
} from '@/lib/analysis/incident-record.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import {
  BASES,
  CLOCK_CHANGES,
  CUSTOMER_STATES,
  fromCode,
  KINDS,
  OUTCOMES,
  PRECISIONS,
  STATUSES,
} from '@/lib/taxonomy/fixed-sets.ts';

/**
 * One incident with all its details, by its short number, also where it was set aside; null when there is none in the
 * viewer's scope. Merged terms come under their target, as in every count.
 */
export async function findIncident(
  records: Records,
  viewer: Viewer,
  number: number,
): Promise<{ id: string; customerId: number | null; record: IncidentRecord } | null> {
  const [row] = await selectIncident(records, viewer)
    .where(and(eq(incident.number, number), whereIncidents(viewer)))
    .limit(1);
  if (!row) return null;
  const id = row.incident.incidentId;
  const [levels, steps, techniques, cues, followUps] = await Promise.all([
    listLevels(records),
    listSteps(records, id),
    listTechniques(records, id),
    listCues(records, id),
    listFollowUps(records, id),
  ]);
  const record = {
    ...toFacts(row),
    ...toPath(row, levels),
    ...toWords(row),
    steps,
    techniques,
    cues,
    followUps,
  };
  return { id, customerId: row.incident.customerId, record };
}

/** The id of an incident by its short number, also where it was set aside; null when there is none in the viewer's scope. */
export async function findIncidentId(
  records: Records,
  viewer: Viewer,
  number: number,
): Promise<string | null> {
  const [row] = await records
    .select({ id: incident.incidentId })
    .from(incident)
    .where(and(eq(incident.number, number), whereIncidents(viewer)))
    .limit(1);
  return row?.id ?? null;
}

function selectIncident(records: Records, viewer: Viewer) {
  return records
    .select({
      incident,
      source: { id: source.id, label: source.label },
      channel: { code: channel.code, id: channel.id, label: channel.label },
      journeyStage: { code: journeyStage.code, id: journeyStage.id, label: journeyStage.label },
      product: { code: product.code, id: product.id, label: product.label },
      trigger: { code: trigger.code, id: trigger.id, label: trigger.label },
      site: site.name,
      team: team.name,
      agent: agent.reference,
      customer: customer.pseudonym,
      path: escalationPath.levels,
      fileName: importRun.fileName,
      text: {
        // Its first column decides whether a joined row is there at all, so it must be one that is never null.
        incidentId: incidentText.incidentId,
        topic: incidentText.topic,
        narrative: incidentText.narrative,
        resolution: incidentText.resolution,
        sourceRows: incidentText.sourceRows,
        wordsRemovedAt: incidentText.wordsRemovedAt,
      },
    })
    .from(incident)
    .innerJoin(source, eq(source.code, incident.source))
    .innerJoin(channel, countedAs(channel, incident.channel))
    .innerJoin(journeyStage, countedAs(journeyStage, incident.journeyStage))
    .innerJoin(product, countedAs(product, incident.product))
    .innerJoin(trigger, countedAs(trigger, incident.trigger))
    .innerJoin(escalationPath, eq(escalationPath.code, incident.path))
    .leftJoin(site, eq(site.siteId, incident.siteId))
    .leftJoin(team, eq(team.teamId, incident.teamId))
    .leftJoin(agent, eq(agent.agentId, incident.agentId))
    .leftJoin(customer, eq(customer.customerId, incident.customerId))
    .leftJoin(importRun, and(eq(importRun.importRunId, incident.importRunId), whereImportNames(viewer)))
    .leftJoin(incidentText, eq(incidentText.incidentId, incident.incidentId));
}

type Row = Awaited<ReturnType<typeof selectIncident>>[number];

function toFacts(row: Row) {
  const { incident: it } = row;
  const { compensationMinor: minor, compensationCurrency: currency } = it;
  return {
    number: it.number,
    kind: fromCode(KINDS, it.kind),
    source: row.source,
    externalId: it.externalId,
    importRun: it.importRunId === null ? null : { id: it.importRunId, fileName: row.fileName },
    ...toTimes(it),
    status: fromCode(STATUSES, it.status),
    channel: toNamed(row.channel),
    journeyStage: toNamed(row.journeyStage),
    product: toNamed(row.product),
    site: row.site,
    team: row.team,
    agent: row.agent,
    customer: row.customer,
    trigger: toNamed(row.trigger),
    customerState: fromCode(CUSTOMER_STATES, it.customerState),
    severity: it.severity,
    intensityBefore: it.intensityBefore,
    intensityAfter: it.intensityAfter,
    outcome: fromCode(OUTCOMES, it.outcome),
    compensation: minor === null || currency === null ? null : { minor, currency },
    csat: it.csat,
    repeatClaimed: it.repeatClaimed,
    daysSincePrevious: it.daysSincePrevious,
    reassignmentsClaimed: it.reassignmentsClaimed,
    teamChanges: it.teamChanges,
    documented: DOCUMENTED_ITEMS.filter((_, bit) => (it.documented >> bit) & 1),
    setByPerson: it.setByPerson,
  };
}

function toTimes(it: Row['incident']) {
  return {
    occurred: {
      at: it.occurredAt.getTime(),
      precision: fromCode(PRECISIONS, it.occurredPrecision),
      basis: fromCode(BASES, it.occurredBasis),
      clock: fromCode(CLOCK_CHANGES, it.occurredClock),
    },
    reported: toMoment(it.reportedAt, it.reportedPrecision),
    closed: toMoment(it.closedAt, it.closedPrecision),
    closedBeforeOccurred: it.closedBeforeOccurred,
    minutesToClose: it.minutesToClose,
    reportedAfterMinutes: it.reportedAfterMinutes,
  };
}

function toMoment(at: Date | null, precision: number | null): Moment | null {
  return at && { at: at.getTime(), precision: fromCode(PRECISIONS, precision ?? 0) };
}

function toPath({ incident: it, path }: Row, levels: ReadonlyMap<number, Level>) {
  return {
    escalated: it.escalated,
    bounced: it.bounced,
    path: path.flatMap((code) => levels.get(code) ?? []),
  };
}

function toWords({ text }: Row) {
  return {
    topic: text?.topic ?? null,
    narrative: text?.narrative ?? null,
    resolution: text?.resolution ?? null,
    sourceRows: toSourceRows(text?.sourceRows),
    wordsRemovedAt: text?.wordsRemovedAt?.getTime() ?? null,
  };
}

function toNamed({ code, id, label }: Named & { code: number }): Named | null {
  return code === UNKNOWN_CODE ? null : { id, label };
}
