import { eq, inArray, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { writeAudit } from '@/db/commands/write-audit.ts';
import { noteChange } from '@/db/facts/facts.ts';
import { markVolumes } from '@/db/facts/mark-volumes.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { findSample } from '@/db/queries/sample.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { action, actionIncident } from '@/db/schema/improvement.ts';
import { incident, source } from '@/db/schema/incidents.ts';
import { agent, contactVolume, customer, event, eventTeam, site, team } from '@/db/schema/organisation.ts';
import { product } from '@/db/schema/taxonomies.ts';
import { PRODUCTS, SITES, TEAMS } from '@/db/seed/organisation.ts';
import { SAMPLE_SOURCE } from '@/db/seed/sample-incident.ts';
import { SAMPLE_OWNER } from '@/db/seed/sample-owner.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { toProductId } from '@/lib/intake/product-id.ts';
import { SAMPLE_LOCK } from './load-sample.ts';
import { deleteUnused } from './sample/delete-unused.ts';
import { removeTraining } from './sample/remove-training.ts';
import { SAMPLE_AGENTS } from './sample/write-organisation.ts';

/**
 * Takes the sample out of the record, whole and alone: its incidents, customers, volumes, events, actions and
 * training, and of its products, agents, teams and sites those that nothing else has come to use.
 * @returns how many incidents went
 * @throws Forbidden without the right; Conflict when there is no sample
 */
export async function removeSample(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
): Promise<number> {
  demand(viewer, 'administer', 'Only an administrator may remove the sample.');
  const now = new Date();
  const removed = await records.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SAMPLE_LOCK})`);
    const found = await findSample(tx);
    if (!found) throw new Conflict('There is no sample to remove.');
    await removeImprovement(tx);
    const incidents = await removeIncidents(tx, found.code, now);
    await removeOrganisation(tx);
    await markVolumes(tx, now);
    await tx.delete(source).where(eq(source.code, found.code));
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'sample_removed',
      subject: `source ${SAMPLE_SOURCE.id}`,
      detail: { incidents },
    });
    return incidents;
  });
  noteChange(records);
  return removed;
}

async function removeIncidents(tx: Records, code: number, now: Date): Promise<number> {
  await tx.execute(sql`
    insert into ${factChange} (incident_id, changed_at)
    select incident_id, ${now.toISOString()}::timestamptz from ${incident} where source = ${code}`);
  const [row] = await tx.execute(sql`
    with gone as (delete from ${incident} where source = ${code} returning customer_id),
    left_alone as (
      delete from ${customer} as c where c.customer_id in (select g.customer_id from gone as g)
      and not exists (select 1 from ${incident} as i where i.customer_id = c.customer_id and i.source <> ${code}))
    select count(*) as incidents from gone`);
  return Number(row?.incidents);
}

async function removeImprovement(tx: Records): Promise<void> {
  const own = tx.select({ id: action.actionId }).from(action).where(eq(action.ownerAccount, SAMPLE_OWNER));
  await tx.delete(actionIncident).where(inArray(actionIncident.actionId, own));
  await tx.delete(action).where(eq(action.ownerAccount, SAMPLE_OWNER));
}

async function removeOrganisation(tx: Records): Promise<void> {
  const teams = (
    await tx
      .select({ id: team.teamId })
      .from(team)
      .where(
        inArray(
          team.name,
          TEAMS.map(({ name }) => name),
        ),
      )
  ).map(({ id }) => id);
  const sites = (
    await tx
      .select({ id: site.siteId })
      .from(site)
      .where(inArray(site.name, [...SITES]))
  ).map(({ id }) => id);
  await tx.delete(contactVolume).where(inArray(contactVolume.teamId, teams));
  await removeTraining(tx, teams);
  await removeEvents(tx, teams);
  const agents = await tx
    .select({ id: agent.agentId })
    .from(agent)
    .where(
      inArray(
        agent.reference,
        SAMPLE_AGENTS.map(({ reference }) => reference),
      ),
    );
  const products = await tx
    .select({ id: product.code })
    .from(product)
    .where(inArray(product.id, PRODUCTS.map(toProductId)));
  const ids = (rows: { id: number }[]) => rows.map(({ id }) => id);
  await deleteUnused(tx, product, product.code, ids(products));
  await deleteUnused(tx, agent, agent.agentId, ids(agents));
  await deleteUnused(tx, team, team.teamId, teams);
  await deleteUnused(tx, site, site.siteId, sites);
}

/** The events that concern teams of the sample alone; of the others its teams are taken off. */
async function removeEvents(tx: Records, teams: readonly number[]): Promise<void> {
  const isOfSample = inArray(eventTeam.teamId, [...teams]);
  const own = await tx
    .select({ id: eventTeam.eventId })
    .from(eventTeam)
    .groupBy(eventTeam.eventId)
    .having(sql`bool_and(${isOfSample})`);
  const ids = own.map(({ id }) => id);
  await tx.delete(event).where(inArray(event.eventId, ids));
  await tx.delete(eventTeam).where(isOfSample);
}
