import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFilters } from './arbitrary-filters.ts';
import { parseFilters } from './parse-filters.ts';
import { resolveWindows } from './periods.ts';
import { toSearchParams } from './serialise-filters.ts';
import { chips, describeFilters, type Labels } from './words.ts';

const names: Record<string, string> = {
  billing_error: 'Billing error',
  service_delay: 'Delay',
  unclassified: 'Unclassified',
  phone: 'Phone',
  sms: 'SMS',
  7: 'Collections North',
  'frontline~supervisor': 'Frontline › Supervisor',
  escalation_rate: 'Escalation rate',
};
const labels: Labels = (_, id) => names[id] ?? id;
const parse = (query: string) => parseFilters(new URLSearchParams(query));
const describeQuery = (query: string) => describeFilters(parse(query), labels);

describe('the filters as a sentence', () => {
  it('joins values by "or" and dimensions by "and", and ends with the dates', () => {
    expect(
      describeQuery('period=2023-01-01..2023-08-24&trigger=billing_error,service_delay&channel.not=phone'),
    ).toBe(
      'Incidents where the trigger is billing error or delay, and the channel is not phone, 1 Jan to 24 Aug 2023',
    );
    expect(
      describeQuery('trigger=billing_error,service_delay,unclassified&path=frontline~supervisor&team=7'),
    ).toBe(
      'Incidents where the trigger is billing error, delay or unclassified, the escalation path is frontline › supervisor, and the team is Collections North, 26 weeks to date',
    );
  });

  it('says of incidents without a technique that none is recorded', () => {
    expect(describeQuery('technique=unknown&period=last-month')).toBe(
      'Incidents where the technique is none recorded, last month',
    );
  });

  it('keeps names and abbreviations as they are written, and says "unknown" for what is not known', () => {
    expect(describeQuery('channel=sms&team.not=7,unknown&period=last-month')).toBe(
      'Incidents where the channel is SMS, and the team is not Collections North or unknown, last month',
    );
  });

  it('says that nothing is restricted, or that only a denominator is', () => {
    expect(describeQuery('period=all')).toBe('All incidents, all dates');
    expect(describeQuery('measure=escalation_rate&kind=complaint')).toBe(
      'Incidents counted in escalation rate where the kind is complaint, 26 weeks to date',
    );
  });

  it('says a relative period in dates where they are known', () => {
    const filters = parse('period=last-12-weeks');
    const windows = resolveWindows(filters, { today: '2026-11-12', coverage: null });
    expect(describeFilters(filters, labels, windows)).toBe('All incidents, 17 Aug to 8 Nov 2026');
  });
});

describe('the filters as pills', () => {
  it('has one for each dimension and verb, and one for the measure', () => {
    const query = 'trigger=billing_error&channel=phone,sms&channel.not=email&measure=escalation_rate';
    const pills = chips(parse(query), labels);
    expect(pills.map(({ key, label, verb, valueText }) => `${key}: ${label} ${verb} ${valueText}`)).toEqual([
      'trigger: Trigger is billing error',
      'channel: Channel is phone, SMS',
      'channel.not: Channel is not email',
      'measure: Measure is escalation rate',
    ]);
    expect(pills.map(({ withoutIt }) => toSearchParams(withoutIt))).toEqual([
      'channel=phone,sms&channel.not=email&measure=escalation_rate',
      'trigger=billing_error&channel.not=email&measure=escalation_rate',
      'trigger=billing_error&channel=phone,sms&measure=escalation_rate',
      'trigger=billing_error&channel=phone,sms&channel.not=email',
    ]);
  });

  it('leaves one pill fewer when one is taken away, whatever the filters', () => {
    fc.assert(
      fc.property(arbitraryFilters(), (filters) => {
        const pills = chips(filters, labels);
        for (const { key, withoutIt } of pills) {
          const left = chips(withoutIt, labels).map((pill) => pill.key);
          expect(left).toEqual(pills.map((pill) => pill.key).filter((each) => each !== key));
        }
      }),
    );
  });
});
