import { expect, it } from 'vitest';
import { eventForm } from './event-form.ts';
import { measuresForm } from './measures-form.ts';
import { timeZoneForm, workspaceForm } from './workspace-form.ts';

const workspace = {
  version: '3',
  name: ' Example Energy ',
  country: 'DE',
  currency: 'EUR',
  minimumIncidents: '5',
  minimumAgents: '3',
  severeIncidentsPerWeek: '3',
  minimumOpportunities: '5',
  skillStandard: '',
  reportDays: '30',
};
const measures = {
  version: '3',
  ruleSet: 'nhs',
  bucket: 'week',
  card1: 'incidents',
  card2: 'escalation_rate',
  card3: 'resolution_rate',
  card4: 'time_to_close',
  card5: 'repeat_rate',
  card6: 'unclassified_share',
};
const event = { label: 'Release 4.2', kind: 'release', day: '2026-11-03', lastDay: '' };

interface Schema {
  safeParse(form: unknown): {
    error?: { issues: { path: PropertyKey[]; message: string }[] };
  };
}

function problems(schema: Schema, form: unknown) {
  const { error } = schema.safeParse(form);
  return (error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);
}

it('what is given comes back as text and numbers', () => {
  expect(workspaceForm.parse(workspace)).toEqual({
    version: 3,
    name: 'Example Energy',
    country: 'DE',
    currency: 'EUR',
    minimumIncidents: 5,
    minimumAgents: 3,
    severeIncidentsPerWeek: 3,
    minimumOpportunities: 5,
    skillStandard: null,
    reportDays: 30,
  });
});

it('of an empty form, every field is named at once', () => {
  const fields = problems(workspaceForm, {}).map(([field]) => field);
  expect(fields.sort()).toEqual(Object.keys(workspace).sort());
});

it.each(['0', '1001', '-1', '2.5', 'five', ''])('a minimum of "%s" incidents is refused', (minimum) => {
  expect(problems(workspaceForm, { ...workspace, minimumIncidents: minimum })).toEqual([
    ['minimumIncidents', 'Give a whole number from 1 to 1,000.'],
  ]);
});

it('a standard of 65 % is a share of 0.65; without one there is none, and 100 % is refused', () => {
  expect(workspaceForm.parse({ ...workspace, skillStandard: '65' })).toMatchObject({ skillStandard: 0.65 });
  for (const standard of ['0', '100', '6.5', '1000'])
    expect(problems(workspaceForm, { ...workspace, skillStandard: standard })).toEqual([
      ['skillStandard', 'Give a whole number from 1 to 99, or nothing.'],
    ]);
});

it('a zone changes only with the word that times are counted anew', () => {
  expect(problems(timeZoneForm, { version: '1', timeZone: 'Europe/Atlantis' })).toEqual([
    ['timeZone', 'Choose a time zone from the list.'],
    ['recount', 'Tick this box: the zone cannot change without it.'],
  ]);
  expect(problems(timeZoneForm, { version: '1', timeZone: 'Europe/Berlin', recount: 'on' })).toEqual([]);
});

it('the six cards come in their order', () => {
  expect(measuresForm.parse(measures).cardMeasures).toEqual([
    'incidents',
    'escalation_rate',
    'resolution_rate',
    'time_to_close',
    'repeat_rate',
    'unclassified_share',
  ]);
});

it('a measure on two cards is said at each card after the first', () => {
  const form = { ...measures, card4: 'incidents', card6: 'incidents' };
  expect(problems(measuresForm, form)).toEqual([
    ['card4', 'Card 1 shows this already. Choose another.'],
    ['card6', 'Card 1 shows this already. Choose another.'],
  ]);
});

it('an event without teams concerns all, with one or several it concerns these', () => {
  expect(eventForm.parse(event)).toEqual({
    label: 'Release 4.2',
    kind: 'release',
    day: '2026-11-03',
    lastDay: null,
    teams: [],
  });
  expect(eventForm.parse({ ...event, teams: '4' }).teams).toEqual([4]);
  expect(eventForm.parse({ ...event, teams: ['4', '7'] }).teams).toEqual([4, 7]);
});

it('an event may last: its last day is not before its first, and one that is the first is left out', () => {
  expect(eventForm.parse({ ...event, lastDay: '2026-11-05' }).lastDay).toBe('2026-11-05');
  expect(eventForm.parse({ ...event, lastDay: '2026-11-03' }).lastDay).toBeNull();
  expect(problems(eventForm, { ...event, lastDay: '2026-11-02' })).toEqual([
    ['lastDay', 'This is before the first day.'],
  ]);
  expect(problems(eventForm, { ...event, day: '2026-02-30', label: '', kind: 'rush' })).toEqual([
    ['label', 'Give a few words that say what happened.'],
    ['kind', 'Choose a kind from the list.'],
    ['day', 'Give a day of the calendar, such as 2026-11-03.'],
  ]);
});
