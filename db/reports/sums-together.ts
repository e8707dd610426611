import type { Snapshot } from '@/db/facts/snapshot.ts';
import {
  type SumsOfBucket,
  sumMeasuresByBucketInWindows,
  sumMeasuresInWindows,
} from '@/db/queries/measures.ts';
import type { Asked } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { groupBy } from '@/lib/analysis/group-by.ts';
import type { BucketUnit } from '@/lib/filters/buckets.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import type { Sums } from '@/lib/measures/sums.ts';

/** Asks the sums of measures, of which those asked together are one question. */
export interface AskSums {
  whole(asked: Asked, measure: MeasureId): Promise<Sums>;
  byBucket(asked: Asked, measure: MeasureId): Promise<SumsOfBucket[]>;
}

/**
 * Makes one question of those measures that are asked in the same turn of the event loop, and one of the windows in which
 * the same ones are asked: a page with eight of them and a comparison reads the incidents once, where none stands over
 * contacts or weeks of agents. Asked in different turns, they are questions of their own.
 */
export function sumsTogether(snapshot: Snapshot, viewer: Viewer, bucket: BucketUnit): AskSums {
  return {
    whole: together((askeds, ids) => sumMeasuresInWindows(snapshot, viewer, askeds, ids)),
    byBucket: together((askeds, ids) => sumMeasuresByBucketInWindows(snapshot, viewer, askeds, ids, bucket)),
  };
}

type Ask<Answer> = (
  askeds: readonly Asked[],
  ids: readonly MeasureId[],
) => Promise<readonly ReadonlyMap<MeasureId, Answer>[]>;

/** The measures that are asked of each window, until the turn is over. */
type Gathered = Map<Asked, Set<MeasureId>>;

function together<Answer>(ask: Ask<Answer>): (asked: Asked, measure: MeasureId) => Promise<Answer> {
  let gathering: {
    asked: Gathered;
    answers: Promise<ReadonlyMap<Asked, Promise<ReadonlyMap<MeasureId, Answer>>>>;
  } | null = null;
  const gather = () => {
    const asked: Gathered = new Map();
    const answers = Promise.resolve().then(() => {
      gathering = null;
      return askAll(asked, ask);
    });
    return { asked, answers };
  };
  return async (asked, measure) => {
    gathering ??= gather();
    const { answers, asked: all } = gathering;
    const ids = all.get(asked) ?? new Set();
    all.set(asked, ids.add(measure));
    const answer = (await (await answers).get(asked))?.get(measure);
    if (answer === undefined) throw new Error(`${measure} was asked and not answered`);
    return answer;
  };
}

/** One question for the windows of which the same is asked. */
function askAll<Answer>(gathered: Gathered, ask: Ask<Answer>) {
  const answers = new Map<Asked, Promise<ReadonlyMap<MeasureId, Answer>>>();
  for (const group of groupBy([...gathered], ([, ids]) => [...ids].sort().join(' ')).values()) {
    const [first] = group;
    const windows = group.map(([asked]) => asked);
    const found = ask(windows, [...(first?.[1] ?? [])]);
    for (const [place, asked] of windows.entries())
      answers.set(
        asked,
        found.then((all) => all[place] ?? new Map()),
      );
  }
  return answers;
}
