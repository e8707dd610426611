import { dataWords } from '../analysis/freshness-words.ts';
import type { Panel } from '../charts/chart-model.ts';
import type { Captions } from '../charts/draw.ts';
import type { FrameModel } from '../filters/frame-model.ts';
import { daysOf } from '../filters/local-dates.ts';
import type { Pack, PackPanel } from '../packs/pack.ts';
import { type PackScope, scopeWords } from '../packs/pack-scope.ts';
import type { MadeFrom } from './panel-csv.ts';

/** What stands above and below a picture that leaves the page; its teams where they are not all. */
export function captionsOf(
  { headline, subtitle }: Panel<unknown>,
  frame: FrameModel,
  scope: PackScope,
): Captions {
  const teams = scope.teams === null ? '' : `Teams: ${scopeWords(scope)}. `;
  return { headline, subtitle, filters: `${teams}${frame.sentence}.`, made: madeOf(frame) };
}

/** The lines above a table that leaves the page. */
export function madeFrom(
  { headline, subtitle, definition }: Panel<unknown>,
  frame: FrameModel,
  scope: PackScope,
): MadeFrom {
  const ignored = frame.ignored.map(
    ({ parameter, value, reason }) => `Left out of the address: ${parameter}=${value}, ${reason}`,
  );
  return {
    title: headline,
    lines: [
      subtitle,
      `Teams: ${scopeWords(scope)}`,
      `Filters: ${frame.sentence}`,
      ...ignored,
      `Definition: ${definition.text}`,
      madeOf(frame),
    ],
  };
}

/** The same above a list that is taken out of a pack. */
export function packMadeFrom(pack: Pack, { headline, subtitle, definition }: PackPanel): MadeFrom {
  const { filterWords, ignored, workspace, asOf, dataTo, timeZone, taxonomy } = pack;
  const teams = scopeWords(pack.scope);
  const made = madeWords({ workspaceName: workspace, asOf: Date.parse(asOf), dataTo, timeZone, taxonomy });
  return {
    title: headline,
    lines: [
      subtitle,
      ...(teams === null ? [] : [`Teams: ${teams}`]),
      `Filters: ${filterWords}`,
      ...ignored,
      `Definition: ${definition.text}`,
      made,
    ],
  };
}

/** What of the incidents that the filters leave stands in a file: what says some words, or what was selected by hand. */
export interface IncidentsTaken {
  search: string;
  isSelected: boolean;
  /** What it is called in the list of reports; null where it is on none. */
  report: string | null;
}

/** The lines above a file of incidents. */
export function incidentsMadeFrom(
  frame: FrameModel,
  count: number,
  { search, isSelected, report }: IncidentsTaken,
): MadeFrom {
  return {
    title: `Incidents: ${count}`,
    lines: [
      ...(report === null ? [] : [`Report: ${report}`]),
      ...(isSelected ? ['Selected by hand in the list of these filters'] : []),
      `Filters: ${frame.sentence}`,
      ...(search === '' ? [] : [`Search: ${search}`]),
      ...frame.ignored.map(
        ({ parameter, value, reason }) => `Left out of the address: ${parameter}=${value}: ${reason}`,
      ),
      'Times are in UTC; a date or a month is as exact as it is known',
      madeOf(frame),
    ],
  };
}

/** "lookback-triggers-2026-05-18-to-2026-11-12.csv" */
export function fileName(panel: string, { windows }: FrameModel, format: string): string {
  const days = windows ? daysOf(windows.current) : null;
  return `lookback-${panel}${days ? `-${days.firstDay}-to-${days.lastDay}` : ''}.${format}`;
}

/** A workspace is named so until somebody gives it a name. */
const PRODUCT = 'Lookback';

type Made = Pick<FrameModel, 'workspaceName' | 'asOf' | 'timeZone' | 'taxonomy'> & Pick<Pack, 'dataTo'>;

function madeOf(frame: FrameModel): string {
  return madeWords({ ...frame, dataTo: frame.coverage && daysOf(frame.coverage).lastDay });
}

function madeWords({ workspaceName, asOf, dataTo, timeZone, taxonomy }: Made): string {
  const from = workspaceName === PRODUCT || workspaceName === '' ? PRODUCT : `${workspaceName}, ${PRODUCT}`;
  const data = dataWords({ dataTo, asOf, timeZone }).join(', ');
  return `${from}. ${data[0]?.toUpperCase()}${data.slice(1)}. Times in ${timeZone}. Taxonomy version ${taxonomy}.`;
}
