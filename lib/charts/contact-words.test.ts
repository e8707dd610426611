import { describe, expect, test } from 'vitest';
import { coverContacts } from '../analysis/contact-coverage.ts';
import { shiftDays, toDay } from '../filters/local-dates.ts';
import { controlPanel } from './control-chart.ts';
import { FIRST_WEEK, findings } from './findings-fixture.ts';
import { measureCard } from './measure-card.ts';

const CONTEXT = { periodWords: '1 Jan to 24 Mar 2024', comparisonWords: null };
const window = { from: FIRST_WEEK, until: shiftDays(FIRST_WEEK, 84) };
const everyDay = Array.from({ length: 84 }, (_, index) => shiftDays(FIRST_WEEK, index));
const without = (...lacking: string[]) =>
  coverContacts(window, everyDay.filter((day) => !lacking.includes(day)).map(toDay));
const weeks = Array.from({ length: 12 }, (_, index) => [30 + (index % 3), 3000] as const);
const counts = Array.from({ length: 12 }, (_, index) => 30 + (index % 3));

describe('without contacts', () => {
  const contacts = coverContacts(window, []);

  test('the rate says "count only" on its card and its chart, and how many there are', () => {
    const found = findings('incident_rate', { weeks: [null], total: 372, all: 372, contacts });
    expect(measureCard(found, null)).toMatchObject({
      value: null,
      detail: ['372\u00a0incidents', 'count only'],
      verdict: { state: 'few', words: 'Count only: no contacts known' },
    });
    const panel = controlPanel(found, CONTEXT);
    expect(panel.headline).toBe('Incident rate: count only, no contacts are known for these days');
    expect(panel.subtitle).toContain('so no rate is told and teams are not compared.');
    expect(panel.empty).toContain('incidents can only be counted');
  });

  test('the number of incidents says that it is a count only; with contacts it does not', () => {
    const told = (given: typeof contacts) =>
      controlPanel(findings('incidents', { weeks: counts, contacts: given }), CONTEXT).subtitle;
    expect(told(contacts)).toContain('Count only: no contacts are known for these days');
    expect(told(without())).not.toContain('contacts');
    expect(told(without('2024-01-02'))).not.toContain('contacts');
  });
});

describe('with contacts of some days', () => {
  test('the card says how many days lack them and the chart which', () => {
    const contacts = without('2024-01-02', '2024-01-03', '2024-02-29');
    const found = findings('incident_rate', { weeks, total: 380, contacts });
    expect(measureCard(found, null).comparison).toBe('3\u00a0days without contacts');
    expect(controlPanel(found, CONTEXT).subtitle).toContain(
      'Contacts are not known for 3 of 84 days: 2 to 3 Jan 2024 and 29 Feb 2024; their incidents are left out.',
    );
  });

  test('of five stretches three are named and two counted', () => {
    const contacts = without('2024-01-02', '2024-01-09', '2024-01-16', '2024-01-23', '2024-01-30');
    expect(controlPanel(findings('incident_rate', { weeks, contacts }), CONTEXT).subtitle).toContain(
      '5 of 84 days: 2 Jan 2024, 9 Jan 2024, 16 Jan 2024 and 2 more stretches;',
    );
  });

  test('a filter that contacts do not know is said as well: what is narrowed and what is not', () => {
    const found = findings('incident_rate', {
      weeks,
      contacts: without('2024-01-02'),
      numeratorOnly: ['trigger'],
    });
    expect(measureCard(found, null).comparison).toBe('Contacts of any trigger; 1\u00a0day without contacts');
    expect(controlPanel(found, CONTEXT).subtitle).toContain(
      'Incidents are narrowed by trigger, contacts are not: nobody counted them so. Contacts are not known for 1 of 84 days',
    );
  });
});
