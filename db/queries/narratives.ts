import { and, asc, eq, isNotNull, ne, sql } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import type { Records, Snapshot } from '@/db/facts/snapshot.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { type Asked, where, whereApart, whereIncidents } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

/**
 * The numbers of at most so many of these incidents, without those of `but`: spread evenly over all of them, and the
 * same every time, since their order is a hash of the number.
 */
export async function sampleNumbers(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  but: Asked | null,
  most: number,
): Promise<number[]> {
  const rows = await snapshot.facts
    .select({ number: factIncident.number })
    .from(factIncident)
    .where(but ? whereApart(viewer, asked, but) : where(viewer, asked))
    .orderBy(hashed, asc(factIncident.number))
    .limit(most);
  return rows.map((row) => row.number);
}

// Multiplicative: 2³² by the golden ratio, modulo 2³².
const hashed = sql`(cast(${factIncident.number} as bigint) * 2654435761) % 4294967296`;

/** The narratives of these incidents, in no order; those without one, and those that are gone, are left out. */
export async function listNarratives(
  records: Records,
  viewer: Viewer,
  numbers: readonly number[],
): Promise<{ number: number; narrative: string }[]> {
  const wanted = sql`any(${sql.param(numbers.map(String))}::text[]::integer[])`;
  const rows = await records
    .select({ number: incident.number, narrative: incidentText.narrative })
    .from(incident)
    .innerJoin(incidentText, eq(incidentText.incidentId, incident.incidentId))
    .where(
      and(
        whereIncidents(viewer),
        isNotNull(incidentText.narrative),
        ne(incidentText.narrative, ''),
        sql`${incident.number} = ${wanted}`,
      ),
    );
  return rows.flatMap(({ number, narrative }) => (narrative === null ? [] : [{ number, narrative }]));
}
