import type { MeasureFindings } from '../analysis/measure-findings.ts';
import { kindsFor, toMeasureSeries } from '../analysis/measure-series.ts';
import { rareKind, usualRareKind } from '../analysis/rare-events.ts';
import type { ChartKind } from '../statistics/control-chart.ts';
import { CHART_NAMES } from './method-words.ts';
import { capital, inSentence } from './sentence-words.ts';

/** Which control chart a measure is drawn as, why, and as what else it could be. */
export interface ChartOffer {
  /** "p chart: points vary as chance alone explains." */
  summary: string;
  /** The figures behind it: "σz 1.02, variance 0.97 times that of chance"; null where it rests on none. */
  figures: string | null;
  /** Why the kind that was asked for is not drawn; null where none was, or it is. */
  refusal: string | null;
  /** The usual one is drawn when none is asked for; of very few events another fits better. */
  kinds: readonly {
    kind: ChartKind;
    name: string;
    about: string;
    isDrawn: boolean;
    fits: boolean;
    isUsual: boolean;
  }[];
}

/** What a page says of the kind of chart, and what it offers. `wanted` is what the address asks for. */
export function chartOffer(findings: MeasureFindings, wanted: ChartKind | null): ChartOffer {
  const { weekly = findings, judgement } = findings;
  const rare = rareKind(weekly)?.kind ?? null;
  const ofPoints = weekly.judgement.choice.drawable;
  const usual = usualRareKind(weekly)?.kind ?? ofPoints;
  const drawn = findings.weekly ? rare : (judgement.asked ?? ofPoints);
  const ofWeeks = kindsFor(toMeasureSeries(weekly.measure, weekly.points));
  const kinds = rare === null ? ofWeeks : [...ofWeeks, rare];
  const isRefused = wanted !== null && !kinds.includes(wanted);
  return {
    summary: chartReason(findings).replace(FIGURES, ''),
    figures: FIGURES.exec(judgement.choice.reason)?.[1] ?? null,
    refusal: isRefused ? `${capital(aKind(wanted))} cannot be drawn of this measure.` : null,
    kinds: kinds.map((kind) => ({
      kind,
      name: CHART_NAMES[kind],
      about: ABOUT[kind],
      isDrawn: kind === drawn,
      fits: kind === (rare ?? ofPoints),
      isUsual: kind === usual,
    })),
  };
}

/** What chooseChart puts in brackets at the end of a reason. */
const FIGURES = / \(((?:σz|variance) [^)]*)\)/;

/** Why the chart is of its kind, in a sentence; what would fit better where other points were needed. */
export function chartReason({ judgement: { choice, asked, limits } }: MeasureFindings): string {
  const { chart, needs, drawable, reason } = choice;
  const now = needs === null ? 'Until then trial limits are drawn, as' : 'Of these points can be drawn';
  const isPlain = drawable === chart || (needs === null && limits === null);
  const fits = isPlain ? reason : `${reason} ${now} ${aKind(drawable)}.`;
  return asked === null ? fits : `${CHART_NAMES[asked]}, chosen by hand. What fits: ${fits}`;
}

/** "a p chart", "an XmR chart", "a run chart" */
function aKind(kind: ChartKind): string {
  const isName = kind !== 'run' && kind !== 'mr';
  const name = isName ? CHART_NAMES[kind] : inSentence(CHART_NAMES[kind]);
  return `${kind === 'xmr' || kind === 'i_prime' ? 'an' : 'a'} ${name}`;
}

const ABOUT: Readonly<Record<ChartKind, string>> = {
  run: 'the median and the runs about it, no limits',
  xmr: 'limits from the steps between neighbours',
  mr: 'the steps between neighbours themselves',
  c: 'limits as events that do not depend on each other vary',
  u: 'limits as chance alone makes them, by the number behind each point',
  u_prime: 'the same, widened by how much neighbours vary',
  p: 'limits as chance alone makes them, by the number behind each point',
  p_prime: 'the same, widened by how much neighbours vary',
  i_prime: 'limits from the steps, by the number behind each point',
  g: 'cases between events, one point an event',
  t: 'time between events, one point an event',
};
