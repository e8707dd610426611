import type { Filters, LocalDate } from '../filters/filters.ts';
import type { DatedEvent } from './chart-events.ts';
import { formatCounted } from './format.ts';

interface HeldSession {
  day: LocalDate;
  module: string;
  teams: readonly { teamId: number; name: string }[];
}

/**
 * Training as events of a chart, with whom it was for. Where filters look at some teams, or leave some out, only what
 * was for one of those that are left.
 */
export function toTrainingEvents(
  sessions: readonly HeldSession[],
  { selections }: Pick<Filters, 'selections'>,
): DatedEvent[] {
  const ofTeam = selections.filter(({ dimension }) => dimension === 'team');
  const isLookedAt = ({ teamId }: { teamId: number }) =>
    ofTeam.every(({ exclude, values }) => values.includes(String(teamId)) !== exclude);
  return sessions
    .filter(({ teams }) => teams.some(isLookedAt))
    .map(({ day, module, teams }) => ({ day, label: `Training “${module}”, ${teamWords(teams)}` }));
}

function teamWords(teams: HeldSession['teams']): string {
  return teams.length > 2 ? formatCounted(teams.length, 'team') : teams.map(({ name }) => name).join(' and ');
}
