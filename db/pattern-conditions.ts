import { and, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import { columnOf } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Combination } from '@/lib/analysis/pattern-scan/combinations.ts';

/** What `where` lets through of either of two windows, which have no day in common. */
export function whereEither(viewer: Viewer, asked: Asked, other: Asked | null): SQL | undefined {
  return other ? or(where(viewer, asked), where(viewer, other)) : where(viewer, asked);
}

/** Whether an incident lies in the window; which ones are asked for is decided by `where`. */
export function isInWindow({ window }: Asked): SQL {
  const { occurredOn } = factIncident;
  return (window && and(gte(occurredOn, window.from), lt(occurredOn, window.until))) ?? sql`true`;
}

/** Whether an incident has all values of a combination. */
export function hasAll(combination: Combination): SQL {
  return and(...combination.map(({ dimension, code }) => eq(columnOf[dimension], code))) ?? sql`true`;
}
