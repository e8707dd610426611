import type { Panel, Picture } from '@/lib/charts/chart-model.ts';
import { panelRows, panelTotal } from '@/lib/export/panel-rows.ts';
import type { Window } from '@/lib/filters/filters.ts';
import type { FrameModel, HeadingModel } from '@/lib/filters/frame-model.ts';
import { daysOf } from '@/lib/filters/local-dates.ts';

/**
 * What a report is about, as the API answers it: the filters as understood and what was ignored, absolute dates (first
 * and last day, both included), and the moment of the figures with the version of the copy they were read from.
 */
export function toFrameAnswer(frame: FrameModel, heading: HeadingModel) {
  return {
    workspace: frame.workspaceName,
    timeZone: frame.timeZone,
    taxonomyVersion: frame.taxonomy,
    asOf: new Date(frame.asOf).toISOString(),
    version: frame.source.kind === 'copy' ? frame.source.version : null,
    filters: {
      sentence: frame.sentence,
      query: frame.query,
      selections: frame.filters.selections,
      measure: frame.filters.measure,
      ignored: frame.ignored,
    },
    period: { ...daysOrNull(frame.windows?.current), words: frame.periodWords },
    comparison: frame.windows?.comparison
      ? { ...daysOf(frame.windows.comparison), words: frame.comparisonWords }
      : null,
    coverage: frame.coverage && daysOf(frame.coverage),
    incidents: {
      shown: heading.shown,
      all: heading.all,
      unclassified: heading.unclassified,
      withoutPath: heading.withoutPath,
      setAside: heading.setAside,
    },
  };
}

/** A panel with its rows by column. */
export function toPanelAnswer(panel: Panel<Picture>) {
  const { headline, subtitle, definition, table, picture } = panel;
  return {
    headline,
    subtitle,
    definition: definition.text,
    columns: table.columns,
    rows: panelRows(table),
    total: panelTotal(table),
    ...(picture?.kind === 'control' ? { howComputed: picture.howComputed } : {}),
    ...('method' in panel ? { method: panel.method } : {}),
  };
}

function daysOrNull(window: Window | undefined) {
  return window ? daysOf(window) : { firstDay: null, lastDay: null };
}
