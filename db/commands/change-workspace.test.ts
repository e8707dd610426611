import { beforeEach, expect, it } from 'vitest';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { findWorkspaceSettings } from '@/db/queries/workspace-settings.ts';
import { workspace } from '@/db/schema/organisation.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden } from '@/lib/errors.ts';
import type { MeasuresChange } from '@/lib/workspace/measures-form.ts';
import { DEFAULT_CARDS, DEFAULT_SETTINGS } from '@/lib/workspace/workspace-settings.ts';
import { changeWorkspace } from './change-workspace.ts';
import { chooseMeasures } from './choose-measures.ts';

const { records } = await testDatabase();
const NOW = new Date('2026-11-22T10:00:00Z');
const admin: Viewer = { actor: 'account:1', roles: ['admin'], teams: [] };
const form = {
  version: 1,
  name: 'Example Energy',
  country: 'DE',
  currency: 'EUR',
  minimumIncidents: 10,
  minimumAgents: 4,
  severeIncidentsPerWeek: 2,
  minimumOpportunities: 8,
  skillStandard: 0.65,
  reportDays: 90,
};
const chosen: MeasuresChange = {
  version: 1,
  ruleSet: 'nelson',
  bucket: 'month',
  cardMeasures: [...DEFAULT_CARDS].reverse(),
};

beforeEach(async () => {
  await records.delete(workspace);
  await makeWorkspace(records, 'Europe/Berlin');
});

it('name, country, currency and limits change; zone and cards stay', async () => {
  await changeWorkspace(records, admin, form, NOW);
  expect(await findWorkspace(records)).toEqual({
    name: 'Example Energy',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    currency: 'EUR',
  });
  expect(await findWorkspaceSettings(records)).toEqual({
    ...DEFAULT_SETTINGS,
    minimumIncidents: 10,
    minimumAgents: 4,
    severeIncidentsPerWeek: 2,
    minimumOpportunities: 8,
    skillStandard: 0.65,
    reportDays: 90,
  });
});

it('cards, rules and buckets change; limits set before stay', async () => {
  await changeWorkspace(records, admin, form, NOW);
  await chooseMeasures(records, admin, { ...chosen, version: 2 }, NOW);
  expect(await findWorkspaceSettings(records)).toEqual({
    minimumIncidents: 10,
    minimumAgents: 4,
    severeIncidentsPerWeek: 2,
    minimumOpportunities: 8,
    skillStandard: 0.65,
    reportDays: 90,
    retention: DEFAULT_SETTINGS.retention,
    ruleSet: 'nelson',
    bucket: 'month',
    redaction: 'sealed',
    cardMeasures: [...DEFAULT_CARDS].reverse(),
  });
});

it('of two who change it at once, the second is told and changes nothing', async () => {
  await changeWorkspace(records, admin, form, NOW);
  await expect(chooseMeasures(records, admin, chosen, NOW)).rejects.toThrow(Conflict);
  await expect(changeWorkspace(records, admin, { ...form, name: 'Other' }, NOW)).rejects.toThrow(Conflict);
  expect((await findWorkspace(records))?.name).toBe('Example Energy');
});

it.each(['agent', 'trainer', 'manager', 'qa'] as const)('a %s changes neither', async (role) => {
  const viewer: Viewer = { actor: 'account:2', roles: [role], teams: 'all' };
  await expect(changeWorkspace(records, viewer, form, NOW)).rejects.toThrow(Forbidden);
  await expect(chooseMeasures(records, viewer, chosen, NOW)).rejects.toThrow(Forbidden);
});
