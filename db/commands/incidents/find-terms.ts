import { inArray, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { escalationPath } from '@/db/schema/incidents.ts';
import { channel, journeyStage, level, product, technique, trigger } from '@/db/schema/taxonomies.ts';
import type { RankedLevel } from '@/lib/intake/derive-path.ts';
import { toProductId } from '@/lib/intake/product-id.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';

/** The vocabularies as they are now: codes by id. */
export interface Terms {
  trigger: Map<string, number>;
  channel: Map<string, number>;
  journeyStage: Map<string, number>;
  technique: Map<string, number>;
  level: Map<string, LevelTerm>;
}

/** A level with the one that it counts as: itself, or the one that it was merged into. */
export interface LevelTerm {
  code: number;
  counted: RankedLevel;
}

export async function findTerms(tx: Records): Promise<Terms> {
  return {
    trigger: await codesOf(tx, trigger),
    channel: await codesOf(tx, channel),
    journeyStage: await codesOf(tx, journeyStage),
    technique: await codesOf(tx, technique),
    level: await findLevels(tx),
  };
}

/** The levels by id. */
export async function findLevels(tx: Records): Promise<Map<string, LevelTerm>> {
  const levels = await tx
    .select({ id: level.id, code: level.code, rank: level.rank, mergedInto: level.mergedInto })
    .from(level);
  const ranks = new Map(levels.map(({ code, rank }) => [code, rank]));
  return new Map(
    levels.map(({ id, code, rank, mergedInto }) => {
      const counted = mergedInto ?? code;
      return [id, { code, counted: { code: counted, rank: ranks.get(counted) ?? rank } }];
    }),
  );
}

async function codesOf(
  tx: Records,
  table: typeof trigger | typeof channel | typeof journeyStage | typeof technique,
): Promise<Map<string, number>> {
  const rows = await tx.select({ id: table.id, code: table.code }).from(table);
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** Products are numbered as they come, as far as a smallint goes; one beyond that stays unknown. */
export const MOST_PRODUCTS = 32_767;

/** The codes of products by the source's words, new ones made in the order given. */
export async function findProducts(tx: Records, words: readonly string[]): Promise<Map<string, number>> {
  const labels = new Map(words.map((word) => [toProductId(word), word]));
  const found = await codesById(tx, product, [...labels.keys()]);
  const missing = [...labels].filter(([id]) => !found.has(id));
  if (missing.length > 0) {
    const highest = await highestCode(tx, product);
    const rows = missing
      .map(([id, label], index) => ({ code: highest + 1 + index, id, label, rank: highest + 1 + index }))
      .filter(({ code }) => code <= MOST_PRODUCTS);
    if (rows.length > 0) await tx.insert(product).values(rows);
    for (const { id, code } of rows) found.set(id, code);
  }
  return new Map(words.map((word) => [word, found.get(toProductId(word)) ?? UNKNOWN_CODE]));
}

/** The codes of escalation paths by `pathKey`, new ones made. */
export async function findPaths(
  tx: Records,
  levels: readonly (readonly number[])[],
  terms: Pick<Terms, 'level'>,
): Promise<Map<string, number>> {
  const ids = new Map([...terms.level].map(([id, { code }]) => [code, id]));
  const paths = new Map(levels.map((path) => [pathIdOf(path, ids), [...path]]));
  const found = await codesById(tx, escalationPath, [...paths.keys()]);
  const missing = [...paths].filter(([id]) => !found.has(id));
  if (missing.length > 0) {
    const highest = await highestCode(tx, escalationPath);
    const made = missing.map(([id, codes], index) => ({ code: highest + 1 + index, id, levels: codes }));
    await tx.insert(escalationPath).values(made);
    for (const { id, code } of made) found.set(id, code);
  }
  return new Map([...paths].map(([id, path]) => [pathKey(path), found.get(id) ?? UNKNOWN_CODE]));
}

/** The same for the same levels in the same order. */
export const pathKey = (levels: readonly number[]) => levels.join();

/** Level ids joined by `~`, as URLs carry them. */
function pathIdOf(path: readonly number[], ids: ReadonlyMap<number, string>): string {
  if (path.length === 0) return 'unknown';
  return path.map((code) => ids.get(code) ?? code).join('~');
}

async function codesById(
  tx: Records,
  table: typeof product | typeof escalationPath,
  ids: string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.select({ id: table.id, code: table.code }).from(table).where(inArray(table.id, ids));
  return new Map(rows.map(({ id, code }) => [id, code]));
}

async function highestCode(tx: Records, table: typeof product | typeof escalationPath): Promise<number> {
  const [row] = await tx
    .select({ highest: sql`coalesce(max(${table.code}), 0)`.mapWith(Number) })
    .from(table);
  return row?.highest ?? 0;
}
