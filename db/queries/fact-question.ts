import type { Snapshot } from '@/db/facts/snapshot.ts';
import type { Asked } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

/** A question about facts with all its choices made but who asks, and for what. */
export type FactQuestion = (snapshot: Snapshot, viewer: Viewer, asked: Asked) => Promise<unknown>;

/** Some questions by their names, each with its own choices. Every answer has an order. */
export type FactQuestions = Readonly<Record<string, readonly FactQuestion[]>>;

/** As of some day, where nobody says which. */
export function dated(asked: Asked): Asked {
  return { ...asked, today: asked.today ?? '2024-05-01' };
}
