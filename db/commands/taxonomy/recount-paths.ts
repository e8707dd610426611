import { asc, inArray, sql } from 'drizzle-orm';
import { findLevels, findPaths, pathKey } from '@/db/commands/incidents/find-terms.ts';
import { inPieces } from '@/db/commands/incidents/mark-changed.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { escalationStep } from '@/db/schema/incident-details.ts';
import { incident } from '@/db/schema/incidents.ts';
import { type DerivedPath, derivePath, type RankedLevel } from '@/lib/intake/derive-path.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';

const BATCH = 2000;

/**
 * Works out anew what follows from the levels of all cases that were at one of these: path, level reached, whether it was
 * escalated and whether it bounced. Steps stay as they were coded.
 * @param tx a transaction in which no writer of incidents can come between
 * @returns the ids of the incidents in which it changed
 */
export async function recountPaths(tx: Records, levels: readonly number[]): Promise<string[]> {
  const terms = await findLevels(tx);
  const counted = new Map([...terms.values()].map((term) => [term.code, term.counted]));
  const concerned = await tx
    .selectDistinct({ incidentId: escalationStep.incidentId })
    .from(escalationStep)
    .where(inArray(escalationStep.level, [...levels]));
  const changed: string[] = [];
  for (const some of inPieces(concerned, BATCH)) {
    const paths = await derivePaths(
      tx,
      some.map(({ incidentId }) => incidentId),
      counted,
    );
    const codes = await findPaths(
      tx,
      [...paths.values()].map((path) => path.levels),
      { level: terms },
    );
    changed.push(...(await storePaths(tx, paths, codes)));
  }
  return changed;
}

async function derivePaths(
  tx: Records,
  incidentIds: readonly string[],
  counted: ReadonlyMap<number, RankedLevel>,
): Promise<Map<string, DerivedPath>> {
  const rows = await tx
    .select({ incidentId: escalationStep.incidentId, level: escalationStep.level })
    .from(escalationStep)
    .where(sql`${escalationStep.incidentId} = any(${sql.param([...incidentIds])}::uuid[])`)
    .orderBy(asc(escalationStep.incidentId), asc(escalationStep.seq));
  const steps = new Map<string, RankedLevel[]>();
  for (const { incidentId, level } of rows) {
    const step = counted.get(level) ?? { code: UNKNOWN_CODE, rank: 0 };
    const known = steps.get(incidentId);
    if (known) known.push(step);
    else steps.set(incidentId, [step]);
  }
  return new Map([...steps].map(([incidentId, all]) => [incidentId, derivePath(all)]));
}

async function storePaths(
  tx: Records,
  paths: ReadonlyMap<string, DerivedPath>,
  codes: ReadonlyMap<string, number>,
): Promise<string[]> {
  const rows = [...paths].map(([incidentId, path]) => ({
    ...path,
    incidentId,
    code: codes.get(pathKey(path.levels)) ?? UNKNOWN_CODE,
  }));
  const column = (of: (row: (typeof rows)[number]) => string | number | boolean | null) =>
    sql`${sql.param(rows.map((row) => toText(of(row))))}::text[]`;
  const changed = await tx.execute(sql`
    update ${incident} as i set path = m.path::integer, level_reached = m.reached::smallint,
      level_rank = m.rank::smallint, escalated = m.escalated::boolean, bounced = m.bounced::boolean
    from unnest(${column((row) => row.incidentId)}, ${column((row) => row.code)},
      ${column((row) => row.levelReached)}, ${column((row) => row.levelRank)},
      ${column((row) => row.escalated)}, ${column((row) => row.bounced)})
      as m(incident_id, path, reached, rank, escalated, bounced)
    where i.incident_id = m.incident_id::uuid and (i.path, i.level_reached, i.level_rank, i.escalated, i.bounced)
      is distinct from (m.path::integer, m.reached::smallint, m.rank::smallint, m.escalated::boolean,
        m.bounced::boolean)
    returning i.incident_id`);
  return changed.map((row) => String(row.incident_id));
}

const toText = (value: string | number | boolean | null) => (value === null ? null : String(value));
