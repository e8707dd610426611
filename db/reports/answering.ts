import { toFrame } from '@/db/reports/frame.ts';
import { withReference } from '@/db/reports/log.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';

/** A failure carries the id by which the page names it. */
export function named<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return answer.catch((error) => {
    throw withReference(error);
  });
}

/** What stands above a page. The reading is given back where there will be no answers after which it could be. */
export async function frameOf(reading: Reading): Promise<FrameModel> {
  try {
    return toFrame(reading);
  } catch (error) {
    await reading.snapshot.close().catch(() => null);
    throw withReference(error);
  }
}

/**
 * Gives the snapshot of a reading back when the last of its answers is in. Each reader of a panel meets its failure, a
 * lost connection too; here only the snapshot counts.
 */
export function closeAfter(
  { snapshot }: Pick<Reading, 'snapshot'>,
  answers: readonly Promise<unknown>[],
): void {
  void Promise.allSettled(answers)
    .then(() => snapshot.close())
    .catch(() => null);
}

/** One answer of a reading, which is closed with it. */
export async function onlyAnswer<Answer>(
  { snapshot }: Pick<Reading, 'snapshot'>,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await named(ask());
  } finally {
    await snapshot.close().catch(() => null);
  }
}
