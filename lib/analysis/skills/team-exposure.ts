import type { LocalDate } from '../../filters/filters.ts';
import type { Term } from '../../filters/vocabulary.ts';
import { rateInterval } from '../../statistics/rate-interval.ts';
import type { Interval } from '../../statistics/wilson.ts';

/** A week of a team in which some of its people had more severe incidents than the limit. */
export interface WeekAbove {
  team: number;
  start: LocalDate;
  agents: number;
  severe: number;
  incidents: number;
}

/** What the people of a team bear. */
export interface TeamExposure {
  term: Term;
  severe: number;
  agentWeeks: number;
  incidents: number;
  rate: number;
  interval: Interval;
  /** Agent-weeks above the limit. */
  above: number;
  /** In their order; null where these would tell of too few people. */
  weeks: readonly WeekAbove[] | null;
}

export interface ExposureSums {
  code: number;
  numerator: number;
  denominator: number;
  incidents: number;
}

/** Exposure by team, in the order of the teams; those without an agent-week are left out. */
export function teamExposure(
  teams: readonly Term[],
  sums: readonly ExposureSums[],
  weeks: readonly WeekAbove[],
  areWeeksTold: boolean,
): TeamExposure[] {
  return teams.flatMap((term) => {
    const sum = sums.find(({ code }) => code === term.code);
    const range = sum && rateInterval(sum);
    if (!sum || !range) return [];
    const above = weeks.filter(({ team }) => team === term.code);
    return [
      {
        term,
        severe: sum.numerator,
        agentWeeks: sum.denominator,
        incidents: sum.incidents,
        rate: sum.numerator / sum.denominator,
        interval: range.interval,
        above: above.reduce((all, { agents }) => all + agents, 0),
        weeks: areWeeksTold ? above : null,
      },
    ];
  });
}
