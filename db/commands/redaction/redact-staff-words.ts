import { eq, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';
import { review, setAside } from '@/db/schema/incident-details.ts';
import { keptPattern, patternFactor, patternNote, patternWhy } from '@/db/schema/patterns.ts';
import { redact } from '@/lib/privacy/redact.ts';

/** What staff have written about incidents: the tables, and their columns of words. */
const STAFF_WORDS: readonly { table: PgTable; columns: readonly PgColumn[] }[] = [
  { table: keptPattern, columns: [keptPattern.name] },
  { table: patternWhy, columns: [patternWhy.question, patternWhy.answer, patternWhy.evidence] },
  { table: patternNote, columns: [patternNote.text] },
  { table: patternFactor, columns: [patternFactor.text] },
  { table: review, columns: [review.note] },
  { table: setAside, columns: [setAside.reason] },
];

/**
 * Redacts what staff have written in patterns and reviews, as is done when they write it. Nothing says by which rules it
 * was gone through, so all of it is each time. Returns in how many texts something was taken out.
 */
export async function redactStaffWords(tx: Records, country: string): Promise<number> {
  let changed = 0;
  for (const { table, columns } of STAFF_WORDS) {
    for (const column of columns) changed += await redactColumn(tx, table, column, country);
  }
  return changed;
}

/** Once for each text, however often it stands there. */
async function redactColumn(tx: Records, table: PgTable, column: PgColumn, country: string): Promise<number> {
  const rows = await tx
    .selectDistinct({ words: sql<string>`${column}`.mapWith(String) })
    .from(table)
    .where(sql`${column} is not null`);
  let changed = 0;
  for (const { words } of rows) {
    const safe = redact(words, { country }).text;
    if (safe === words) continue;
    const { count } = await tx.execute(update(table, column, words, safe));
    changed += Number(count);
  }
  return changed;
}

function update(table: PgTable, column: PgColumn, words: string, safe: string): SQL {
  return sql`update ${table} set ${sql.identifier(column.name)} = ${safe} where ${eq(column, words)}`;
}
