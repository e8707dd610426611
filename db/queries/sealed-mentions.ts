import { and, asc, eq, gt, inArray, isNotNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { formDraft } from '@/db/schema/form-drafts.ts';
import { importProblem } from '@/db/schema/imports.ts';
import { incident, sealedText } from '@/db/schema/incidents.ts';
import { formDraftPlace, incidentPlace, openSealed, problemPlace } from '@/db/sealing.ts';
import type { Mentions } from '@/lib/privacy/mentions.ts';

/** A sealed original, or a draft of a form, in which somebody is mentioned. */
export type MentioningSeal =
  | { incidentId: string; field: string }
  | { importRunId: number; seq: number }
  | { userId: string; form: string };

export interface SealedMentions {
  found: MentioningSeal[];
  /** How many could not be opened: they were sealed under another secret, and are closed for everybody. */
  unreadable: number;
}

const PAGE = 1000;

/**
 * Opens everything that is sealed, and names those in which somebody is mentioned. Nothing that was opened is kept.
 * @param but customers whose incidents are left out
 */
export async function findSealedMentions(
  records: Records,
  mentions: Mentions,
  but: readonly number[],
): Promise<SealedMentions> {
  const all: SealedMentions = { found: [], unreadable: 0 };
  if (mentions.prefilters.length === 0) return all;
  for await (const { seal, place, sealed } of seals(records, but)) {
    const original = openSealed(place, sealed);
    if (original === null) all.unreadable += 1;
    else if (mentions.isIn(original)) all.found.push(seal);
  }
  return all;
}

interface Seal {
  seal: MentioningSeal;
  place: string;
  sealed: string;
}

async function* seals(records: Records, but: readonly number[]): AsyncGenerator<Seal> {
  let last: { incidentId: string; field: string } | null = null;
  do {
    const rows: Seal[] = await sealedTexts(records, last, but);
    yield* rows;
    const end = rows.length < PAGE ? undefined : rows.at(-1)?.seal;
    last = end && 'incidentId' in end ? end : null;
  } while (last !== null);
  for (const run of await sealedRuns(records)) yield* await sealedRows(records, run);
  yield* await sealedDrafts(records);
}

async function sealedTexts(
  records: Records,
  after: { incidentId: string; field: string } | null,
  but: readonly number[],
): Promise<Seal[]> {
  const { incidentId, field } = sealedText;
  const own = records
    .select({ id: incident.incidentId })
    .from(incident)
    .where(inArray(incident.customerId, [...but]));
  const isNext: SQL | undefined = after
    ? or(gt(incidentId, after.incidentId), and(eq(incidentId, after.incidentId), gt(field, after.field)))
    : undefined;
  const rows = await records
    .select()
    .from(sealedText)
    .where(and(isNext, but.length > 0 ? notInArray(incidentId, own) : sql`true`))
    .orderBy(asc(incidentId), asc(field))
    .limit(PAGE);
  return rows.map((row) => ({
    seal: { incidentId: row.incidentId, field: row.field },
    place: incidentPlace(row.incidentId, row.field),
    sealed: row.sealed,
  }));
}

async function sealedRuns(records: Records): Promise<number[]> {
  const rows = await records
    .selectDistinct({ id: importProblem.importRunId })
    .from(importProblem)
    .where(isNotNull(importProblem.sealedRow));
  return rows.map(({ id }) => id);
}

/** Of each import ten thousand rows are kept at most, so that all of one fit. */
async function sealedRows(records: Records, run: number): Promise<Seal[]> {
  const { importRunId, seq, sealedRow } = importProblem;
  const rows = await records
    .select({ seq, sealedRow })
    .from(importProblem)
    .where(and(eq(importRunId, run), isNotNull(sealedRow)));
  return rows.flatMap((row) =>
    row.sealedRow === null
      ? []
      : {
          seal: { importRunId: run, seq: row.seq },
          place: problemPlace(run, row.seq),
          sealed: row.sealedRow,
        },
  );
}

/** What people have entered in forms and not sent: one draft each at most. */
async function sealedDrafts(records: Records): Promise<Seal[]> {
  const rows = await records
    .select({ userId: formDraft.userId, form: formDraft.form, sealed: formDraft.sealed })
    .from(formDraft);
  return rows.map(({ userId, form, sealed }) => ({
    seal: { userId, form },
    place: formDraftPlace(userId, form),
    sealed,
  }));
}
