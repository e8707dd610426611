import type { Term } from '../filters/vocabulary.ts';
import { UNKNOWN_CODE } from '../taxonomy/editable-sets.ts';
import { groupBy } from './group-by.ts';
import { FEWEST } from './measure-findings.ts';
import type { Ranking } from './pareto.ts';
import { byName, termOf } from './terms.ts';

/** What the incidents of one value weigh in one team. */
export interface TeamRow {
  team: number;
  code: number;
  incidents: number;
  /** Incidents, or what they weigh. */
  count: number;
}

/** One bar: of a value, or of all that are not shown by themselves. */
export interface TeamShare {
  count: number;
  incidents: number;
  /** Of the team's own, 0 to 1. */
  share: number;
}

export interface TeamShares {
  term: Term;
  count: number;
  incidents: number;
  /** Too few incidents to tell shares. */
  few: boolean;
  /** In the order of the values, then of all others. */
  shares: readonly TeamShare[];
}

export interface SharesOfTeams {
  /** The values shown by themselves, the commonest of all teams first. */
  values: readonly { term: Term; share: number }[];
  /** The share of everything else, what is not coded among it. */
  rest: number;
  /** By name, what is not known last. */
  teams: readonly TeamShares[];
  /** Teams with incidents that are not shown. */
  unshown: number;
}

const VALUES = 6;
const TEAMS = 12;

/**
 * How the commonest values make up the incidents of each team: small pictures with the same bars in the same order.
 * Teams stand by name; of more than a dozen those with most incidents are shown.
 */
export function shareByTeam(
  rows: readonly TeamRow[],
  { values, total }: Ranking,
  teams: readonly Term[],
): SharesOfTeams {
  const shown = values.filter(({ uncoded }) => !uncoded).slice(0, VALUES);
  const codes = shown.map(({ term }) => term.code);
  const all = [...groupBy(rows, ({ team }) => team)]
    .map(([code, own]) => toShares(termOf(teams, code), own, codes))
    .filter(({ incidents }) => incidents > 0)
    .sort((one, other) => other.incidents - one.incidents);
  return {
    values: shown.map(({ term, share }) => ({ term, share })),
    rest: total === 0 ? 0 : 1 - shown.reduce((sum, { share }) => sum + share, 0),
    teams: all.slice(0, TEAMS).sort((one, other) => order(one.term, other.term)),
    unshown: Math.max(0, all.length - TEAMS),
  };
}

function toShares(term: Term, rows: readonly TeamRow[], codes: readonly number[]): TeamShares {
  const sum = (of: readonly TeamRow[], figure: 'count' | 'incidents') =>
    of.reduce((total, row) => total + row[figure], 0);
  const count = sum(rows, 'count');
  const shareOf = (own: readonly TeamRow[]): TeamShare => ({
    count: sum(own, 'count'),
    incidents: sum(own, 'incidents'),
    share: count === 0 ? 0 : sum(own, 'count') / count,
  });
  const incidents = sum(rows, 'incidents');
  return {
    term,
    count,
    incidents,
    few: incidents < FEWEST || count === 0,
    shares: [
      ...codes.map((code) => shareOf(rows.filter((row) => row.code === code))),
      shareOf(rows.filter((row) => !codes.includes(row.code))),
    ],
  };
}

function order(one: Term, other: Term): number {
  const isUnknown = (term: Term) => Number(term.code === UNKNOWN_CODE);
  return isUnknown(one) - isUnknown(other) || byName(one.label, other.label);
}
