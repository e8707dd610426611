import { expect, it } from 'vitest';
import type { Role, Viewer } from '@/lib/access.ts';
import { DEFAULT_SETTINGS } from '@/lib/workspace/workspace-settings.ts';
import { ownFigures, staffTable } from './staff-table.ts';

const of = (...roles: Role[]): Viewer => ({ actor: 'test', roles, teams: 'all', agents: [] });
const SHOWN = { rows: [1], columns: [7], rowSums: false, columnSums: false, total: false };
const SHARES = [11, 12].map((agent) => ({ agent, row: 1, column: 7, incidents: 6, sums: { missed: 1 } }));

it('12 incidents of two agents are shown to trainers and quality assurance, and to nobody else', () => {
  const shows = (viewer: Viewer) =>
    staffTable(viewer, SHARES, SHOWN, DEFAULT_SETTINGS).rows[0]?.cells[0] !== null;
  expect([shows(of('trainer')), shows(of('qa')), shows(of('agent', 'qa'))]).toEqual([true, true, true]);
  expect([shows(of('manager')), shows(of('agent')), shows(of('admin'))]).toEqual([false, false, false]);
  expect(shows({ ...of(), scopes: ['read_reports'] })).toBe(false);
});

it('where the workspace lets groups of 2 agents be seen, they are', () => {
  const minimums = { minimumIncidents: 5, minimumAgents: 2 };
  expect(staffTable(of('manager'), SHARES, SHOWN, minimums).hidden).toBe(0);
});

it('an agent sees the own figure of any size, and nothing where there is none', () => {
  const viewer = { ...of('agent'), agents: [12] };
  expect(ownFigures(viewer, SHARES, [7, 8])).toEqual([
    { incidents: 6, agents: 1, sums: { missed: 1 } },
    null,
  ]);
  expect(ownFigures(of('agent'), SHARES, [7])).toEqual([null]);
});
