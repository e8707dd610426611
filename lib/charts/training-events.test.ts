import { expect, it } from 'vitest';
import { parseFilters } from '../filters/parse-filters.ts';
import { toTrainingEvents } from './training-events.ts';

const team = (teamId: number) => ({ teamId, name: `Team ${teamId}` });
const SESSIONS = [
  { day: '2024-03-04', module: 'LEAP', teams: [team(1)] },
  { day: '2024-03-11', module: 'Calm', teams: [team(1), team(2)] },
  { day: '2024-03-18', module: 'Limits', teams: [team(2), team(3), team(4)] },
];
const labels = (query: string) =>
  toTrainingEvents(SESSIONS, parseFilters(new URLSearchParams(query))).map(({ label }) => label);

it('a session says what it trained and whom: one team or two by name, three by their number', () => {
  expect(toTrainingEvents(SESSIONS, { selections: [] })).toEqual([
    { day: '2024-03-04', label: 'Training “LEAP”, Team 1' },
    { day: '2024-03-11', label: 'Training “Calm”, Team 1 and Team 2' },
    { day: '2024-03-18', label: 'Training “Limits”, 3\u00a0teams' },
  ]);
});

it('a chart of team 3 has what was for team 3; one without 1 and 2 has no session of these two alone', () => {
  expect(labels('team=3')).toEqual(['Training “Limits”, 3\u00a0teams']);
  expect(labels('team.not=1,2')).toEqual(['Training “Limits”, 3\u00a0teams']);
  expect(labels('team.not=1')).toHaveLength(2);
  expect(labels('team=9')).toEqual([]);
});
