import type { Snapshot } from '@/db/facts/snapshot.ts';
import { type Fraction, type SumsOfBucket, sumMeasuresByBucket } from '@/db/queries/measures.ts';
import type { Asked } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { BucketUnit } from '@/lib/filters/buckets.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';

/** A count or share in one bucket, beside the number of all incidents in it. */
export type SumsRow = Fraction & { start: LocalDate; total: number };

/** Asks a count or share by bucket. */
export type AskSums = (asked: Asked, measure: MeasureId) => Promise<SumsRow[]>;

/**
 * Makes one question of those counts and shares that are asked in the same turn of the event loop, for each window: a
 * page with eight measures reads the facts once. Asked in different turns, they are questions of their own.
 */
export function sumsTogether(snapshot: Snapshot, viewer: Viewer, bucket: BucketUnit): AskSums {
  const gathering = new Map<Asked, Gathered>();
  const gather = (asked: Asked): Gathered => {
    const measures = new Set<MeasureId>();
    const rows = Promise.resolve().then(() => {
      gathering.delete(asked);
      return sumMeasuresByBucket(snapshot, viewer, asked, [...measures], bucket);
    });
    gathering.set(asked, { measures, rows });
    return { measures, rows };
  };
  return async (asked, measure) => {
    const { measures, rows } = gathering.get(asked) ?? gather(asked);
    measures.add(measure);
    return (await rows).map(({ start, total, fractions }) => ({
      start,
      total,
      ...(fractions[measure] ?? NOTHING),
    }));
  };
}

interface Gathered {
  measures: Set<MeasureId>;
  rows: Promise<SumsOfBucket[]>;
}

const NOTHING: Fraction = { numerator: 0, denominator: 0 };
