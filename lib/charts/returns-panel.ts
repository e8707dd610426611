import { backBy, type ReturnCurve, type Returns } from '../analysis/recurrence/find-returns.ts';
import { FOLLOWED_DAYS, type PromiseState } from '../analysis/recurrence/promise-states.ts';
import { squareAndAdd } from '../statistics/square-and-add.ts';
import type { Panel, TwinTable } from './chart-model.ts';
import type { ChartContext } from './context.ts';
import { formatCount, formatPercent, formatShare } from './format.ts';
import { openIncidents } from './open-link.ts';
import { shareAxis } from './share-axis.ts';
import type { SurvivalChart, SurvivalCurve } from './survival-model.ts';

const DEFINITION =
  'For each incident with a customer and a classified trigger, after the first 30 days of the record: whether and when the same customer came back with the same trigger, to any team, within 90 days. Who could be followed for less, because the record ends, counts for as long as they were followed (Kaplan-Meier); the band is Greenwood’s, of 95 %, on the scale log(−log). Told apart by what became of the promised follow-ups of the incident by today: late or broken where one that was due is, kept where all that were due are. One customer may have several incidents. The curves show that the two go together, not that one is why of the other; who comes back soon may do so before the promise was due. Fewer than ten incidents: no curve.';

const MARK = 30;
const TICKS = [0, 15, 30, 45, 60, 75, 90];

const NAMES: Record<PromiseState, { label: string; followed: string; line: SurvivalCurve['line'] }> = {
  broken: { label: 'Promise late or broken', followed: 'late or broken, still followed', line: 'strong' },
  none: { label: 'No promise made', followed: 'none made', line: 'plain' },
  kept: { label: 'Promise kept', followed: 'kept', line: 'dashed' },
  pending: { label: 'Not due yet', followed: 'not due yet', line: 'plain' },
};

/** When customers come back with the same trigger, by what became of the promise. */
export function returnsPanel(
  returns: Returns,
  total: number,
  { periodWords }: Pick<ChartContext, 'periodWords'>,
): Panel<SurvivalChart> {
  const { curves, n } = returns;
  const isEmpty = curves.length === 0;
  return {
    id: 'returns',
    headline: headline(returns),
    subtitle: subtitle(returns, total, periodWords),
    definition: { title: 'Until a customer comes back', text: DEFINITION, passage: 'survival' },
    picture: isEmpty ? null : toChart(curves),
    empty: isEmpty
      ? 'Fewer than ten of these incidents have a customer and a trigger, so it cannot be told who comes back.'
      : null,
    table: toTable(curves),
    open: openIncidents(n, { measure: 'repeat_rate' }),
  };
}

function headline({ curves, n }: Returns): string {
  const [broken, kept] = (['broken', 'kept'] as const).map((state) => atMark(curves, state));
  const of100 = (share: number) => formatCount(Math.round(share * 100));
  if (broken && kept) {
    const [low, high] = squareAndAdd(
      { value: broken.share, interval: broken.interval },
      { value: kept.share, interval: kept.interval },
    );
    const apart = low > 0 || high < 0 ? '' : ', which may be chance';
    return `After a broken promise ${of100(broken.share)} of 100 customers are back within ${MARK} days; after a kept one ${of100(kept.share)}${apart}`;
  }
  for (const { state } of curves) {
    const found = atMark(curves, state);
    if (!found) continue;
    const after = state === 'none' ? '' : `: ${NAMES[state].label.toLowerCase()}`;
    return `${of100(found.share)} of 100 customers are back with the same trigger within ${MARK} days${after}`;
  }
  return n === 0 ? 'Nobody can be followed' : `Nobody could be followed for ${MARK} days`;
}

function atMark(curves: readonly ReturnCurve[], state: PromiseState) {
  const curve = curves.find((each) => each.state === state);
  return curve ? backBy(curve, MARK) : null;
}

function subtitle({ counts, n, curves }: Returns, total: number, periodWords: string): string {
  const drawn = new Set(curves.map(({ state }) => state));
  const few = (['broken', 'none', 'kept'] as const)
    .filter((state) => counts[state] > 0 && !drawn.has(state))
    .map((state) => `${NAMES[state].label.toLowerCase()} ${formatCount(counts[state])}`);
  const pending =
    counts.pending > 0 ? ` and ${formatCount(counts.pending)} whose promise is not due yet` : '';
  return [
    `Share of customers who came back with the same trigger, ${periodWords}, Kaplan-Meier with 95\u00a0% band, n\u00a0${formatCount(n)}.`,
    `Left out: ${formatCount(total - n)} of ${formatCount(total)} without a customer or a trigger or in the first ${MARK} days of the record${pending}.`,
    ...(few.length > 0 ? [`Too few for a curve: ${few.join(', ')}.`] : []),
    'Association, not proof.',
  ].join(' ');
}

function toChart(curves: readonly ReturnCurve[]): SurvivalChart {
  const axis = shareAxis(
    curves.flatMap(({ steps }) =>
      steps.map(({ share, interval }) => Math.max(share, Math.min(interval[1], share * 1.6))),
    ),
    6,
  );
  return {
    kind: 'survival',
    curves: curves.map(toLine),
    ticks: TICKS.map((time) => ({ time, always: time % MARK === 0 })),
    timeLabel: 'days after the incident',
    shares: axis.ticks.map(({ share }) => share),
    mark: { time: MARK, name: `${MARK} days`, words: 'counts as a repeat' },
  };
}

function toLine(curve: ReturnCurve): SurvivalCurve {
  const { state, steps, until } = curve;
  const marked = backBy(curve, MARK);
  return {
    id: state,
    label: NAMES[state].label,
    line: NAMES[state].line,
    points: steps.map(({ day, share, interval }) => ({
      time: day,
      share,
      low: interval[0],
      high: interval[1],
    })),
    until: Math.min(until, FOLLOWED_DAYS),
    end: whole(steps.at(-1)?.share ?? 0),
    atMark: marked && { share: marked.share, words: whole(marked.share) },
    followedLabel: NAMES[state].followed,
    followed: TICKS.map((day) => (day > until ? null : curve.followedOn(day))),
  };
}

/** As exact as a curve can be read: "43 %"; what is not none is not shown as 0. */
function whole(share: number): string {
  return share > 0 && share < 0.005 ? formatShare(share) : `${formatPercent(share, 0)}\u00a0%`;
}

function toTable(curves: readonly ReturnCurve[]): TwinTable {
  return {
    columns: [
      { id: 'promise', label: 'Promise', form: 'text' },
      { id: 'day', label: 'Days after', form: 'count' },
      { id: 'share', label: 'Came back', form: 'share' },
      { id: 'low', label: '95\u00a0% from', form: 'share' },
      { id: 'high', label: '95\u00a0% to', form: 'share' },
      { id: 'followed', label: 'Still followed', form: 'count' },
    ],
    rows: curves.flatMap((curve) =>
      TICKS.flatMap((day) => {
        const found = backBy(curve, day);
        if (!found) return [];
        const cells = [NAMES[curve.state].label, day, found.share, ...found.interval, curve.followedOn(day)];
        return [{ cells, open: null }];
      }),
    ),
    total: null,
  };
}
