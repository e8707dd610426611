import { and, asc, desc, eq } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { user } from '@/db/schema/accounts.ts';
import { incident } from '@/db/schema/incidents.ts';
import {
  keptPattern,
  patternFactor,
  patternIncident,
  patternNote,
  patternWhy,
} from '@/db/schema/patterns.ts';
import { EVERYTHING, where, whereIncidents } from '@/db/where.ts';
import { whereActive } from '@/db/where-kept.ts';
import { RIGHTS_OF, type Role, type Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import { seesScope } from '@/lib/filters/series-scope.ts';
import type { FactorCategory } from '@/lib/patterns/factor-categories.ts';
import type { Why } from '@/lib/patterns/pattern-forms.ts';
import type { PatternStatus } from '@/lib/patterns/pattern-status.ts';

/** A kept pattern. People are named as the audit log names them. */
export interface PatternRow {
  patternId: number;
  name: string;
  /** Its filters as the query of an address, without period and comparison. */
  filter: string;
  measure: string;
  better: 'lower' | 'higher';
  ownerAccount: string;
  status: PatternStatus;
  resolvedOn: LocalDate | null;
  keptBy: string;
  keptAt: Date;
  version: number;
}

/** The kept patterns of which the viewer sees all incidents, the latest first. */
export async function listKeptPatterns(records: Records, viewer: Viewer): Promise<PatternRow[]> {
  const rows = await records.select(columns).from(keptPattern).orderBy(desc(keptPattern.keptPatternId));
  return rows.filter(({ filter }) => seesScope(viewer, filter));
}

/** One of them by its number, or null. */
export async function findKeptPattern(
  records: Records,
  viewer: Viewer,
  patternId: number,
): Promise<PatternRow | null> {
  const [row] = await records
    .select(columns)
    .from(keptPattern)
    .where(eq(keptPattern.keptPatternId, patternId));
  return row && seesScope(viewer, row.filter) ? row : null;
}

const columns = {
  patternId: keptPattern.keptPatternId,
  name: keptPattern.name,
  filter: keptPattern.filter,
  measure: keptPattern.measure,
  better: keptPattern.better,
  ownerAccount: keptPattern.ownerAccount,
  status: keptPattern.status,
  resolvedOn: keptPattern.resolvedOn,
  keptBy: keptPattern.keptBy,
  keptAt: keptPattern.keptAt,
  version: keptPattern.version,
};

/** Who may look after a pattern: everybody with an account in use that sees figures or keeps patterns; by name. */
export async function listPatternOwners(records: Records): Promise<{ account: string; name: string }[]> {
  const rows = await records
    .select({ id: user.id, name: user.name, roles: user.roles })
    .from(user)
    .where(whereActive());
  return rows
    .filter(({ roles }) => roles.some((role) => RIGHTS_OF[role as Role]?.some(isForOwners)))
    .map(({ id, name }) => ({ account: `account:${id}`, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

const isForOwners = (right: string) => right === 'see_reports' || right === 'keep_patterns';

/** The whys of a pattern in their order. */
export async function listWhys(records: Records, patternId: number): Promise<Why[]> {
  return records
    .select({ question: patternWhy.question, answer: patternWhy.answer, evidence: patternWhy.evidence })
    .from(patternWhy)
    .where(eq(patternWhy.keptPatternId, patternId))
    .orderBy(asc(patternWhy.seq));
}

/** Its notes and what became of it, the latest first. */
export async function listPatternNotes(records: Records, patternId: number) {
  return records
    .select({
      noteId: patternNote.patternNoteId,
      kind: patternNote.kind,
      text: patternNote.text,
      madeBy: patternNote.madeBy,
      madeAt: patternNote.madeAt,
    })
    .from(patternNote)
    .where(eq(patternNote.keptPatternId, patternId))
    .orderBy(desc(patternNote.patternNoteId));
}

/** An entry of a fishbone that people made. */
export interface PatternFactorRow {
  factorId: number;
  category: FactorCategory;
  text: string;
  rootCause: number | null;
  isLeftOut: boolean;
}

/** What people entered into the fishbone of a pattern, the earliest first. */
export async function listPatternFactors(records: Records, patternId: number): Promise<PatternFactorRow[]> {
  return records
    .select({
      factorId: patternFactor.patternFactorId,
      category: patternFactor.category,
      text: patternFactor.text,
      rootCause: patternFactor.rootCause,
      isLeftOut: patternFactor.isLeftOut,
    })
    .from(patternFactor)
    .where(eq(patternFactor.keptPatternId, patternId))
    .orderBy(asc(patternFactor.patternFactorId));
}

/** The numbers of the incidents that a pattern names and the viewer may see, the newest first. */
export async function listLinkedNumbers(
  records: Records,
  viewer: Viewer,
  patternId: number,
): Promise<number[]> {
  const rows = await records
    .select({ number: factIncident.number })
    .from(patternIncident)
    .innerJoin(incident, eq(incident.incidentId, patternIncident.incidentId))
    .innerJoin(factIncident, eq(factIncident.number, incident.number))
    .where(and(eq(patternIncident.keptPatternId, patternId), where(viewer, EVERYTHING)))
    .orderBy(desc(factIncident.occurredOn), desc(factIncident.number));
  return rows.map(({ number }) => number);
}

/** The patterns that name an incident which the viewer may see, by its number. */
export async function listPatternsNaming(
  records: Records,
  viewer: Viewer,
  number: number,
): Promise<Set<number>> {
  const rows = await records
    .select({ patternId: patternIncident.keptPatternId })
    .from(patternIncident)
    .innerJoin(incident, eq(incident.incidentId, patternIncident.incidentId))
    .where(and(eq(incident.number, number), whereIncidents(viewer)));
  return new Set(rows.map(({ patternId }) => patternId));
}

/** The id of an incident by its number; null where there is none for the viewer. */
export async function findIncidentId(
  records: Records,
  viewer: Viewer,
  number: number,
): Promise<string | null> {
  const [row] = await records
    .select({ incidentId: incident.incidentId })
    .from(incident)
    .innerJoin(factIncident, eq(factIncident.number, incident.number))
    .where(and(eq(incident.number, number), where(viewer, EVERYTHING)));
  return row?.incidentId ?? null;
}
