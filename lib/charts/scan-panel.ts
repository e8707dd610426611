import type { Fact, Finding } from '../analysis/pattern-scan/findings.ts';
import { same } from '../analysis/pattern-scan/shortlist.ts';
import type { ToldScan } from '../analysis/pattern-scan/told-scan.ts';
import { termOf } from '../analysis/terms.ts';
import type { Filters, Narrowing } from '../filters/filters.ts';
import type { Vocabularies } from '../filters/vocabulary.ts';
import type { MeasureId } from '../measures/measure-ids.ts';
import { MEASURES } from '../measures/measures.ts';
import type { Panel, Spark } from './chart-model.ts';
import type { ChartContext } from './context.ts';
import { formatCount, formatCounted, formatFraction } from './format.ts';
import { logAxis } from './log-axis.ts';
import { openIncidents } from './open-link.ts';
import { scanDefinition, scanSubtitle } from './scan-method.ts';
import type { KeptAs, ScanList, ScanRow } from './scan-model.ts';
import { scanTable } from './scan-table.ts';
import {
  excessWords,
  expectedWords,
  intervalWords,
  KIND_WORDS,
  liftWords,
  patternName,
  qWords,
  reasonWords,
} from './scan-words.ts';

/** A finding with its weeks as a picture. */
export interface DrawnFinding extends Finding {
  spark: Spark | null;
}

export interface ScanContext extends Pick<ChartContext, 'periodWords' | 'comparisonWords'> {
  vocabularies: Vocabularies;
  filters: Pick<Filters, 'measure'>;
  /** Whether all patterns are listed, or the first dozen. */
  all: boolean;
  /** The pattern that these incidents are kept as already, watched by this measure. */
  keptAs(kept: ScanRow['keep']): KeptAs | null;
}

const SHOWN = 12;
const FEW = 15;
/** Ratios beyond these ends of the axis are told by an arrow. */
const [LEAST_LIFT, MOST_LIFT] = [0.5, 16];

/** Combinations that have more of something than expected: rising ones first, then by how much more. */
export function scanPanel(scan: ToldScan<DrawnFinding>, context: ScanContext): Panel<ScanList> {
  const { findings, looked, incidents } = scan;
  const shown = context.all ? findings : findings.slice(0, SHOWN);
  return {
    id: 'scan',
    headline: headline(scan, context),
    subtitle: scanSubtitle(scan, context),
    definition: { title: 'Pattern scan', text: scanDefinition(scan), passage: 'pattern-scan' },
    picture: shown.length === 0 ? null : toScanList(scan, shown, context),
    empty: shown.length > 0 ? null : emptyWords(looked, scan.least),
    table: scanTable(scan, context.vocabularies, (finding) => openOf(finding, context).narrowing),
    open: openIncidents(incidents),
  };
}

function toScanList(
  scan: ToldScan<DrawnFinding>,
  shown: readonly DrawnFinding[],
  context: ScanContext,
): ScanList {
  const { placeOf, ticks } = logAxis(shown.flatMap(({ lift, interval }) => [lift, ...interval].map(within)));
  return {
    kind: 'scan',
    rows: shown.map((finding, index) => toRow(finding, index, (lift) => placeOf(within(lift)), context)),
    unshown: scan.findings.length - shown.length,
    axis: { ticks, reference: placeOf(0) },
    verdict: verdictWords(scan),
  };
}

function within(lift: number): number {
  return Math.log(Math.min(MOST_LIFT, Math.max(LEAST_LIFT, lift)));
}

function toRow(
  finding: DrawnFinding,
  index: number,
  placeOf: (lift: number) => number,
  context: ScanContext,
): ScanRow {
  const { found, outOf, rising, spark, lift, interval } = finding;
  const measure = WATCHED_BY[finding.kind];
  const keep = {
    narrowing: { selections: selectionsOf(finding, context) },
    measure,
    label: MEASURES[measure].label,
  };
  return {
    key: keyOf(finding),
    place: index + 1,
    name: patternName(finding, context.vocabularies),
    reason: reasonWords(finding, context.comparisonWords),
    also: finding.also.map((fact) => ({
      words: alsoWords(fact, finding, context),
      open: openOf(fact, context),
    })),
    sentence: sentenceOf(finding, context),
    rising,
    spark,
    at: placeOf(lift),
    low: placeOf(interval[0]),
    high: placeOf(interval[1]),
    beyond: interval[1] > MOST_LIFT,
    few: found < FEW,
    lift: liftWords(finding),
    interval: intervalWords(finding),
    found: outOf === null ? formatCount(found) : formatFraction(found, outOf),
    expected: expectedWords(finding),
    excess: excessWords(finding),
    q: qWords(finding.q),
    open: openOf(finding, context),
    keep,
    kept: context.keptAs(keep),
  };
}

function keyOf({ kind, combination }: Finding): string {
  return [kind, ...combination.map(({ dimension, code }) => `${dimension}:${code}`)].join(' ');
}

const WATCHED_BY: Record<Finding['kind'], MeasureId> = {
  rising: 'incidents',
  contacts: 'incidents',
  together: 'incidents',
  escalated: 'escalation_rate',
  bad: 'resolution_rate',
};

/** What narrows a list to exactly the incidents that were counted: of a rate those below its line. */
function openOf(finding: Fact, context: ScanContext): ScanRow['open'] {
  const { kind, outOf, found, incidents } = finding;
  const selections = selectionsOf(finding, context);
  const measure = countedBy(finding);
  const own = context.filters.measure;
  // An address holds one measure: where the page has another one, the list is of all incidents with these values.
  if (measure !== null && own !== null && own !== measure) return openIncidents(incidents, { selections });
  const narrowing: Narrowing = { selections, ...(measure ? { measure } : {}) };
  return outOf === null
    ? openIncidents(found, narrowing)
    : openIncidents(outOf, narrowing, { count: found, words: KIND_WORDS[kind] });
}

/** The measure below whose line the incidents of a finding are; null where all count. */
function countedBy({ kind, amongContacts }: Fact): MeasureId | null {
  if (kind === 'escalated') return 'escalation_rate';
  if (kind === 'bad') return 'resolution_rate';
  return amongContacts ? 'incident_rate' : null;
}

function selectionsOf({ combination }: Fact, { vocabularies }: ScanContext) {
  return combination.map(({ dimension, code }) => ({
    dimension,
    value: termOf(vocabularies[dimension], code).id,
  }));
}

function sentenceOf(finding: Finding, context: ScanContext): string {
  const rising = finding.rising ? ' It is rising.' : '';
  const also = finding.also.map((fact) => ` Also ${alsoWords(fact, finding, context)}.`).join('');
  return `${patternName(finding, context.vocabularies)}: ${reasonWords(finding, context.comparisonWords)}.${also}${rising}`;
}

/** Another fact of the same cause; named where it is of other values. */
function alsoWords(
  fact: Fact,
  { combination }: Fact,
  { vocabularies, comparisonWords }: ScanContext,
): string {
  const words = reasonWords(fact, comparisonWords);
  return same(fact.combination, combination) ? words : `${patternName(fact, vocabularies)}: ${words}`;
}

function headline(
  { findings, looked, least }: ToldScan<DrawnFinding>,
  { vocabularies }: ScanContext,
): string {
  const [first] = findings;
  if (looked === 0)
    return `No combination has the ${formatCount(least)} incidents that it takes to be tested`;
  if (!first) return `None of ${formatCounted(looked, 'test')} of combinations stands out beyond chance`;
  const more = `${excessWords(first).replace('+', '')} ${first.outOf === null ? 'incidents' : KIND_WORDS[first.kind]} more than expected`;
  const others = findings.length === 1 ? 'is the only pattern' : 'is the first pattern';
  return `${patternName(first, vocabularies)} ${others}, ${more}${first.rising ? ', and it is rising' : ''}`;
}

function verdictWords({ findings, looked }: ToldScan): string {
  const worst = Math.max(0, ...findings.map(({ q }) => q));
  const most = Math.max(1, Math.ceil(worst * findings.length));
  const many = formatCount(findings.length);
  const noun = findings.length === 1 ? 'pattern' : 'patterns';
  return `${many} ${noun} found in ${formatCounted(looked, 'test')}; by the largest q fewer than ${formatCount(most)} of ${findings.length === 1 ? 'them' : `the ${many}`} should be false.`;
}

function emptyWords(looked: number, least: number): string {
  return looked === 0
    ? `Combinations are tested from ${formatCount(least)} incidents on; none has as many under these filters.`
    : `${formatCounted(looked, 'test')} made; what they show is what chance gives.`;
}
