import { riskRatio } from '../../statistics/association/risk-ratio.ts';
import { byar } from '../../statistics/byar.ts';
import { rateRatio } from '../../statistics/rate-ratio.ts';
import { type Interval, Z95 } from '../../statistics/wilson.ts';
import { type Evidence, expectedIn } from './evidence.ts';
import type { Finding, Judged } from './findings.ts';

/** What was found against what was expected, with a 95 % range that is as wide as the counts scatter. */
export function liftOf({
  kind,
  own,
  evidence,
  dispersion,
}: Pick<Judged, 'kind' | 'own' | 'evidence' | 'dispersion'>): Pick<
  Finding,
  'found' | 'expected' | 'excess' | 'outOf' | 'lift' | 'interval'
> {
  const z = Z95 * Math.sqrt(dispersion);
  const found = evidence.marked;
  if (kind === 'rising') {
    const { probability } = evidence;
    const expected = expectedOf({ kind, own, evidence });
    const ratio = rateRatio(
      { numerator: own.now, denominator: probability },
      { numerator: own.before, denominator: 1 - probability },
      z,
    );
    const interval: Interval = ratio?.interval ?? [0, Number.POSITIVE_INFINITY];
    return { found, expected, excess: found - expected, outOf: null, lift: found / expected, interval };
  }
  const expected = expectedOf({ kind, own, evidence });
  const isShare = kind === 'escalated' || kind === 'bad';
  const interval = isShare ? shareInterval(evidence, z) : byInterval(byar(found, z), expected);
  return {
    ...{ found, expected, excess: found - expected, lift: found / expected, interval },
    outOf: isShare ? evidence.records : null,
  };
}

/** What is expected of this period; of a rise so much as would come of what there was in the comparison. */
export function expectedOf({ kind, own, evidence }: Pick<Judged, 'kind' | 'own' | 'evidence'>): number {
  const { probability } = evidence;
  return kind === 'rising' ? own.before * (probability / (1 - probability)) : expectedIn(evidence);
}

function byInterval([low, high]: Interval, expected: number): Interval {
  return [low / expected, high / expected];
}

/** From the ratio to all others: the share of all lies between the two shares that it is made of. */
function shareInterval({ marked, records, probability, whole }: Evidence, z: number): Interval {
  const others = { numerator: Math.round(probability * whole) - marked, denominator: whole - records };
  const ratio = riskRatio({ numerator: marked, denominator: records }, others, z);
  const part = records / whole;
  const toLift = (times: number) =>
    times === Number.POSITIVE_INFINITY ? 1 / part : times / (part * times + 1 - part);
  return ratio ? [toLift(ratio.interval[0]), toLift(ratio.interval[1])] : [0, 1 / part];
}
