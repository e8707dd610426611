import { eq, max } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { noteChange } from '@/db/facts/facts.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { findStanding, type IncidentStanding, listDuplicates } from '@/db/queries/set-aside.ts';
import { setAside } from '@/db/schema/incident-details.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { nameIncident } from '@/lib/analysis/describe-incident.ts';
import { Conflict, Invalid } from '@/lib/errors.ts';
import { STANDINGS, toCode } from '@/lib/taxonomy/fixed-sets.ts';
import { loadStanding, moveStanding } from './incidents/move-standing.ts';
import { staffWords } from './patterns/staff-words.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Sets an incident aside, for a reason: it is none, or the same as another one, which stays. It leaves every figure, list,
 * search and file, and stays in the record.
 * @param sameAs the number of the incident that stays; null for what is no incident
 * @throws Forbidden without the right; NotFound; Conflict where it is set aside already or others are the same as it;
 * Invalid where the other one cannot stand for it
 */
export async function setIncidentAside(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { number, reason, sameAs }: { number: number; reason: string; sameAs: number | null },
  now: Date,
): Promise<void> {
  demand(viewer, 'review', 'Your account may not set incidents aside.');
  await records.transaction(async (tx) => {
    const found = await loadStanding(tx, viewer, number);
    if (found.standing !== 'counts') throw new Conflict(`${nameIncident(number)} is set aside already.`);
    await refuseChain(tx, viewer, found);
    const kept = sameAs === null ? null : await findKept(tx, viewer, found, sameAs);
    const standing = kept ? 'same_as_another' : 'not_an_incident';
    const safe = await staffWords(tx);
    await tx.insert(setAside).values({
      incidentId: found.incidentId,
      seq: await nextSeq(tx, found.incidentId),
      standing: toCode(STANDINGS, standing),
      sameAs: kept?.incidentId ?? null,
      reason: safe(reason),
      setAsideBy: viewer.actor,
      setAsideAt: now,
    });
    await moveStanding(tx, found, standing, now);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'incident_set_aside',
      subject: `incident:${number}`,
      detail: { standing, sameAs },
    });
  });
  noteChange(records);
}

/** What others are the same as has to stay: each of them names one that counts. */
async function refuseChain(tx: Records, viewer: Viewer, { incidentId, number }: IncidentStanding) {
  const same = await listDuplicates(tx, { ...viewer, teams: 'all' }, incidentId);
  if (same.length === 0) return;
  const names = same.slice(0, 3).map(nameIncident).join(', ');
  const more = same.length > 3 ? ` and ${same.length - 3} more` : '';
  throw new Conflict(
    `${names}${more} ${same.length === 1 ? 'is' : 'are'} set aside as the same as ${nameIncident(number)}, which therefore has to stay. Count ${same.length === 1 ? 'it' : 'them'} again first.`,
  );
}

async function findKept(
  tx: Records,
  viewer: Viewer,
  found: IncidentStanding,
  number: number,
): Promise<IncidentStanding> {
  const kept = await findStanding(tx, viewer, number);
  const problem = problemOf(found, kept, number);
  if (!kept || problem) throw new Invalid([{ field: 'sameAs', message: problem ?? '' }]);
  return kept;
}

function problemOf(found: IncidentStanding, kept: IncidentStanding | null, number: number): string | null {
  if (!kept) return `There is no incident ${number} here.`;
  if (kept.number === found.number) return 'This is the incident itself. Name the one that stays.';
  const name = nameIncident(kept.number);
  if (kept.standing === 'not_an_incident') return `${name} is set aside as not an incident.`;
  if (kept.standing === 'counts') return null;
  const stays = kept.sameAs === null ? '' : ` Name ${nameIncident(kept.sameAs)}, which it is the same as.`;
  return `${name} is set aside itself.${stays}`;
}

async function nextSeq(tx: Records, incidentId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(setAside.seq) })
    .from(setAside)
    .where(eq(setAside.incidentId, incidentId));
  return (row?.last ?? 0) + 1;
}
