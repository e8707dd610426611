import type { Snapshot } from '@/db/facts/snapshot.ts';
import { type SumsOfBucket, sumMeasures, sumMeasuresByBucket } from '@/db/queries/measures.ts';
import type { Asked } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { BucketUnit } from '@/lib/filters/buckets.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import type { Sums } from '@/lib/measures/sums.ts';

/** Asks the sums of measures, of which those asked together are one question. */
export interface AskSums {
  whole(asked: Asked, measure: MeasureId): Promise<Sums>;
  byBucket(asked: Asked, measure: MeasureId): Promise<SumsOfBucket[]>;
}

/**
 * Makes one question of those measures that are asked in the same turn of the event loop, for each window: a page with
 * eight of them reads the facts once. Asked in different turns, they are questions of their own.
 */
export function sumsTogether(snapshot: Snapshot, viewer: Viewer, bucket: BucketUnit): AskSums {
  return {
    whole: together((asked, ids) => sumMeasures(snapshot, viewer, asked, ids)),
    byBucket: together((asked, ids) => sumMeasuresByBucket(snapshot, viewer, asked, ids, bucket)),
  };
}

function together<Answer>(
  ask: (asked: Asked, ids: readonly MeasureId[]) => Promise<ReadonlyMap<MeasureId, Answer>>,
): (asked: Asked, measure: MeasureId) => Promise<Answer> {
  const gathering = new Map<Asked, { ids: Set<MeasureId>; answers: ReturnType<typeof ask> }>();
  const gather = (asked: Asked) => {
    const ids = new Set<MeasureId>();
    const answers = Promise.resolve().then(() => {
      gathering.delete(asked);
      return ask(asked, [...ids]);
    });
    const gathered = { ids, answers };
    gathering.set(asked, gathered);
    return gathered;
  };
  return async (asked, measure) => {
    const { ids, answers } = gathering.get(asked) ?? gather(asked);
    ids.add(measure);
    const answer = (await answers).get(measure);
    if (answer === undefined) throw new Error(`${measure} was asked and not answered`);
    return answer;
  };
}
