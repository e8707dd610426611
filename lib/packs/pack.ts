import type { Definition, Picture, TwinTable } from '../charts/chart-model.ts';
import type { LocalDate } from '../filters/filters.ts';
import type { Passage } from '../methods/read-methods.ts';
import type { PackPageId } from './pack-pages.ts';
import type { PackScope } from './pack-scope.ts';

/**
 * The figures of a page, all of one reading of one version of the facts, as they were when the pack was made. It is
 * plain JSON: it can be kept, and every file made of it later says the same.
 */
export interface Pack {
  page: PackPageId;
  /** What the report is called that keeps it, by which it is opened again; null where none does. */
  report: string | null;
  /** "Overview", or the name of what it is about. */
  title: string;
  /** What the workspace is called; empty where nobody has named it. */
  workspace: string;
  /** Whose incidents it counts; left out in packs from before. */
  scope?: PackScope;
  /** The filters as a sentence. */
  filterWords: string;
  /** Each of the filters beside what it narrows to; period and comparison are not among them. */
  filters: readonly { label: string; words: string }[];
  periodWords: string;
  /** The period by its days, both included; null where there is no incident at all. */
  period: { firstDay: LocalDate; lastDay: LocalDate } | null;
  comparisonWords: string | null;
  /** What of the address could not be read, a sentence each. */
  ignored: readonly string[];
  timeZone: string;
  /** Moments as ISO 8601, in UTC. */
  madeAt: string;
  /** What the record had then is in the figures. */
  asOf: string;
  /** The last day with an incident; null where there is none. */
  dataTo: LocalDate | null;
  /** Of the copy of the figures; null where they were read from the record itself. */
  factsVersion: number | null;
  /** Of the vocabularies that incidents are counted by. */
  taxonomy: number;
  shown: { count: number; of: number; unclassified: number; withoutPath: number };
  /** The public address of the program; null where none is set, and left out in packs from before. */
  origin?: string | null;
  /** Where the same can be seen as it is now, without the origin. */
  address: string;
  /** What follows the question mark in it. */
  query: string;
  panels: readonly PackPanel[];
  /** The passages of the methods that the panels are explained by. */
  methods: readonly Passage[];
}

/** One panel of a page: what it says, the picture, and the rows behind it. */
export interface PackPanel {
  id: string;
  name: string;
  headline: string;
  subtitle: string;
  definition: Definition;
  /** Null where there is nothing to draw, or no picture for it; `empty` then says why, or is null. */
  picture: Picture | null;
  empty: string | null;
  /** The rows, without their links. */
  table: TwinTable;
}
