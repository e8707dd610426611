import { sql } from 'drizzle-orm';
import { writeAudit } from '@/db/commands/write-audit.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { event } from '@/db/schema/organisation.ts';
import { taxonomyVersion } from '@/db/schema/taxonomy-versions.ts';
import type { Viewer } from '@/lib/access.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import { breaksSeries, type ChangedTerm, describeTaxonomyChange } from '@/lib/taxonomy/taxonomy-changes.ts';
import { toTermKey } from '@/lib/taxonomy/term-key.ts';
import type { StoredTerm } from './load-term.ts';

/** A change of one value, as its version is to remember it. */
export interface NotedChange extends Omit<ChangedTerm, 'label'> {
  term: StoredTerm;
  /** What it is called once the change is made. */
  label?: string;
  other?: StoredTerm;
  /** How many incidents it is about. */
  incidents: number;
}

/**
 * Writes down what becomes of a value: a version of the taxonomy, the audit row, and the break that charts carry where
 * something that is counted is counted otherwise. Answers with the number of the version.
 * @param tx a transaction in which the taxonomies are locked
 */
export async function noteTaxonomyChange(
  tx: Records,
  viewer: Viewer,
  { term, other, incidents, label = term.label, ...said }: NotedChange,
  now: Date,
): Promise<number> {
  const changed: ChangedTerm = { ...said, label };
  const isBreak = breaksSeries(changed.change) && incidents > 0;
  const eventId = isBreak ? await addBreak(tx, describeTaxonomyChange(changed), now) : null;
  const [last] = await tx
    .select({ version: sql`coalesce(max(${taxonomyVersion.version}), 1)`.mapWith(Number) })
    .from(taxonomyVersion);
  const version = (last?.version ?? 1) + 1;
  await tx.insert(taxonomyVersion).values({
    ...changed,
    version,
    madeAt: now,
    madeBy: viewer.actor,
    code: term.code,
    other: other?.code ?? null,
    eventId,
  });
  await writeAudit(tx, {
    at: now,
    actor: viewer.actor,
    action: `taxonomy_${changed.change}`,
    subject: toTermKey(changed.set, term.id),
    detail: { version, incidents, ...(other ? { other: other.id } : {}) },
  });
  return version;
}

const LONGEST = 120;

async function addBreak(tx: Records, words: string, now: Date): Promise<number> {
  const workspace = await findWorkspace(tx);
  const day = localDateAt(now.getTime(), workspace?.timeZone ?? 'UTC');
  const label = words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
  const [row] = await tx
    .insert(event)
    .values({ day, kind: 'taxonomy_change', label })
    .returning({ eventId: event.eventId });
  if (!row) throw new Error('the record kept no event');
  return row.eventId;
}
