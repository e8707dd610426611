import { expect, test } from 'vitest';
import { DEFAULT_CARDS, DEFAULT_SETTINGS, toWorkspaceSettings } from './workspace-settings.ts';

test('a workspace that has decided nothing has the defaults: 5 incidents, 3 agents, 3 severe ones a week', () => {
  expect(toWorkspaceSettings({})).toEqual(DEFAULT_SETTINGS);
  expect(toWorkspaceSettings(null)).toEqual(DEFAULT_SETTINGS);
  expect(DEFAULT_SETTINGS).toMatchObject({
    minimumIncidents: 5,
    minimumAgents: 3,
    severeIncidentsPerWeek: 3,
    ruleSet: 'nhs',
    bucket: 'week',
  });
});

test('one setting of an unknown form is at its default and the others stand', () => {
  expect(toWorkspaceSettings({ minimumIncidents: 'many', minimumAgents: 7, ruleSet: 'none' })).toEqual({
    ...DEFAULT_SETTINGS,
    minimumAgents: 7,
  });
});

test('there are six cards: a measure that is no more, or twice, makes room for the next default', () => {
  const { cardMeasures } = toWorkspaceSettings({
    cardMeasures: ['repeat_rate', 'gone', 'repeat_rate', 'unclassified_share'],
  });
  expect(cardMeasures).toEqual([
    'repeat_rate',
    'unclassified_share',
    'incidents',
    'escalation_rate',
    'resolution_rate',
    'time_to_close',
  ]);
  expect(DEFAULT_CARDS).toHaveLength(6);
});
