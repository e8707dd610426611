import type { Filters, Ignored, Window } from './filters.ts';
import type { Followed } from './follow-merges.ts';

/** What the bars above every page with data show: period, comparison, pills, freshness. Prepared by `db/reports/frame.ts`. */
export interface FrameModel {
  workspaceName: string;
  filters: Filters;
  /** The canonical query string of the filters, without `?`. */
  query: string;
  periodLabel: string;
  periodWords: string;
  comparisonLabel: string;
  comparisonWords: string | null;
  /** Query strings one period back and forward; null where there is nothing further. */
  earlier: string | null;
  later: string | null;
  /** The pills: "Channel is phone, chat", each with the query that drops it. */
  chips: readonly {
    key: string;
    label: string;
    verb: 'is' | 'is not';
    values: string;
    withoutIt: string;
  }[];
  /** The whole filter as a sentence. */
  sentence: string;
  ignored: readonly Ignored[];
  /** Values of the address that were merged into others since, which are shown in their place. */
  followed: readonly Followed[];
  /** First to last day of the record in the viewer's scope; null when it is empty. */
  coverage: Window | null;
  windows: { current: Window; comparison: Window | null } | null;
  /** True when no period was asked for and the usual one would be empty, so all dates are shown. */
  defaultedToAll: boolean;
  /** Milliseconds since 1970 of the moment that all figures of the page belong to. */
  asOf: number;
  source: FigureSource;
  timeZone: string;
  /** The version of the vocabularies that incidents are counted by. */
  taxonomy: number;
}

/** Where figures are read from: a copy that follows the record, or the record itself. */
export type FigureSource =
  | {
      kind: 'copy';
      version: number;
      /** What is newer could not be read into it. */
      refreshFails: boolean;
    }
  | {
      kind: 'record';
      /** A copy is kept, and is not there yet or not yet with what was just changed. */
      awaitsCopy: boolean;
    };

/** One value that a dimension can be filtered by, with its count under the other filters. */
export interface FilterOption {
  id: string;
  label: string;
  count: number;
  chosen: boolean;
}

/** The line under the bars: how much is shown of how much, how fresh it is and what it lacks. */
export interface HeadingModel {
  shown: number;
  all: number;
  /** Milliseconds since 1970. */
  asOf: number;
  unclassified: number;
  withoutPath: number;
  /** Of the viewer's incidents, those that somebody has set aside: they are in no figure. */
  setAside: number;
}

/** For filters that leave nothing: each one of them that, dropped, would bring incidents; the most first. */
export interface EmptyAdvice {
  drops: readonly { label: string; query: string; count: number }[];
}
