import { describe, expect, it } from 'vitest';
import type { IncidentDraft } from '@/lib/intake/incident-draft.ts';
import { wilson } from '@/lib/statistics/wilson.ts';
import { type Calendar, calendarUntil, DAYS } from '../calendar.ts';
import { sampleIncidents } from '../generate.ts';
import { sampleVolumes } from '../volumes.ts';
import { billingOutageTruth } from './billing-outage.ts';
import { chanceAgentTruth } from './chance-agent.ts';
import { documentationSlipTruth } from './documentation-slip.ts';
import { idleChangeTruth } from './idle-change.ts';
import { newTeamTruth } from './new-team.ts';
import { processChangeTruth } from './process-change.ts';
import { recurringCustomersTruth } from './recurring-customers.ts';
import { isRush, seasonalRushTruth } from './seasonal-rush.ts';
import { skippedLevelTruth } from './skipped-level.ts';
import { trainingEffectTruth } from './training-effect.ts';

const calendar = calendarUntil('2026-11-03');
/** Three samples, each with the days of its incidents. */
const SAMPLES = [1, 2, 3].map((seed) => {
  const plan = { seed, incidents: 12_000, until: calendar.until, timeZone: 'UTC', currency: 'GBP' };
  return [...sampleIncidents(plan)].map(({ draft }) => ({ ...draft, day: dayOf(draft) }));
});
const POOLED = SAMPLES.flat();
type Dated = (typeof POOLED)[number];

function dayOf({ occurred }: IncidentDraft): number {
  return Math.floor((occurred.at - calendar.midnight(0)) / 86_400_000);
}
const count = (drafts: readonly Dated[], is: (draft: Dated) => boolean) => drafts.filter(is).length;
const share = (drafts: readonly Dated[], is: (draft: Dated) => boolean) => count(drafts, is) / drafts.length;
const expectNear = (value: number, truth: number, by: number) =>
  expect(Math.abs(value - truth), `${value} is about ${truth}`).toBeLessThan(by);

describe('what is planted can be read off', () => {
  it.each([0, 1, 2])(
    'the billing outage: three times as many in two weeks, all more of one product by phone (sample %i)',
    (index) => {
      const { site, trigger, channel, product, fromWeeksAgo, weeks, factor } = billingOutageTruth;
      const from = calendar.weeksAgo(fromWeeksAgo);
      const isDuring = ({ day }: Dated) => day >= from && day < from + weeks * 7;
      const ratioOf = (is: (one: Dated) => boolean, drafts: readonly Dated[]) =>
        count(drafts, (one) => is(one) && isDuring(one)) /
        (weeks * 7) /
        (count(drafts, (one) => is(one) && !isDuring(one)) / (DAYS - weeks * 7));
      const isCall = (one: Dated) => one.channel === channel && one.product === product;
      const [here, elsewhere] = [true, false].map(
        (isHere) => (one: Dated) =>
          one.trigger === trigger && (one.site === site) === isHere && one.team !== newTeamTruth.team,
      ) as [(one: Dated) => boolean, (one: Dated) => boolean];
      expectNear(ratioOf(here, POOLED), factor, 1);
      expect(ratioOf(here, SAMPLES[index] ?? [])).toBeGreaterThan(1.6);
      expect(ratioOf((one) => here(one) && isCall(one), POOLED)).toBeGreaterThan(6);
      expectNear(
        ratioOf((one) => here(one) && !isCall(one), POOLED),
        1,
        0.4,
      );
      // Those who come back about one matter ask for their bills too, most of them late in the sample.
      expect(ratioOf(elsewhere, POOLED)).toBeLessThan(factor / 2 + 0.2);
    },
  );

  it('the new team: twice the incidents per contact in its first eight weeks, none before', () => {
    const { team, fromWeeksAgo, weeks, factor, escalationFactor } = newTeamTruth;
    const begin = calendar.weeksAgo(fromWeeksAgo);
    const own = POOLED.filter((one) => one.team === team);
    expect(Math.min(...own.map(({ day }) => day))).toBeGreaterThanOrEqual(begin);
    const isNew = ({ day }: { day: number }) => day < begin + weeks * 7;
    const contacts = contactsOf(calendar, team);
    const rate = (is: (one: { day: number }) => boolean) =>
      count(own, is) / contacts.filter(is).reduce((sum, one) => sum + one.contacts, 0);
    expectNear(rate(isNew) / rate((one) => !isNew(one)), factor, 0.35);
    const escalated = own.filter(({ steps }) => steps.length > 0);
    const early = share(escalated.filter(isNew), isEscalated);
    const late = share(
      escalated.filter((one) => !isNew(one)),
      isEscalated,
    );
    expectNear(early / late, escalationFactor, 0.35);
  });

  it('the rush: 2.2 times the delays from 20 November to 24 December, in both years', () => {
    const delays = POOLED.filter(({ trigger }) => trigger === seasonalRushTruth.trigger);
    const days = Array.from({ length: DAYS }, (_, day) => day);
    const others = POOLED.filter(({ trigger }) => trigger !== seasonalRushTruth.trigger);
    const ratio = (drafts: readonly Dated[]) => {
      const during = days.filter((day) => isRush(calendar, day)).length;
      const inside = count(drafts, ({ day }) => isRush(calendar, day));
      return inside / during / ((drafts.length - inside) / (DAYS - during));
    };
    // The season moves all triggers, so the others are what it is measured against.
    expectNear(ratio(delays) / ratio(others), seasonalRushTruth.factor, 0.2);
  });

  it('the process change: complex processes at Northgate halve, elsewhere they stay', () => {
    const { site, trigger, fromWeeksAgo, factor } = processChangeTruth;
    const change = calendar.weeksAgo(fromWeeksAgo);
    const ratio = (is: (one: Dated) => boolean) => {
      const after = POOLED.filter((one) => one.day >= change && is(one));
      const before = POOLED.filter((one) => one.day < change && is(one));
      const of = (one: Dated) => one.trigger === trigger;
      return share(after, of) / share(before, of);
    };
    expectNear(
      ratio((one) => one.site === site),
      factor,
      0.12,
    );
    expectNear(
      ratio((one) => one.site !== site && one.site !== null),
      1,
      0.15,
    );
  });

  it('the training: +12 points for the trained team, 0 for the other', () => {
    const { trained, untrained, fromWeeksAgo, points } = trainingEffectTruth;
    const session = calendar.weeksAgo(fromWeeksAgo);
    const change = (team: string) => {
      const own = POOLED.filter((one) => one.team === team);
      return (
        effectiveShare(own.filter(({ day }) => day >= session)) -
        effectiveShare(own.filter(({ day }) => day < session))
      );
    };
    expectNear(change(trained), points, 0.05);
    expectNear(change(untrained), 0, 0.05);
    expectNear(change(trained) - change(untrained), points, 0.07);
  });

  it('the change that did nothing: escalations at Millbrook differ by less than 4 points', () => {
    const { site, fromWeeksAgo, effect } = idleChangeTruth;
    const own = POOLED.filter((one) => one.site === site && one.steps.length > 0);
    const change = calendar.weeksAgo(fromWeeksAgo);
    const after = share(
      own.filter(({ day }) => day >= change),
      isEscalated,
    );
    expectNear(
      after -
        share(
          own.filter(({ day }) => day < change),
          isEscalated,
        ),
      effect,
      0.04,
    );
  });

  it('the slip: customers and behaviours left out 30 in 100 times at Easton Park, 8 before', () => {
    const { site, fromWeeksAgo, forgotten, forgottenBefore } = documentationSlipTruth;
    const own = POOLED.filter((one) => one.site === site);
    const from = calendar.weeksAgo(fromWeeksAgo);
    const isBlank = ({ customerState }: Dated) => customerState === 'unknown';
    expectNear(
      share(
        own.filter(({ day }) => day >= from),
        isBlank,
      ),
      forgotten,
      0.04,
    );
    expectNear(
      share(
        own.filter(({ day }) => day < from),
        isBlank,
      ),
      forgottenBefore,
      0.02,
    );
    const elsewhere = POOLED.filter((one) => one.site !== site && one.day >= from);
    expectNear(share(elsewhere, isBlank), forgottenBefore, 0.02);
  });

  it('the returning customers: thirty with at least five contacts about one matter', () => {
    const { customers, times } = recurringCustomersTruth;
    for (const sample of SAMPLES) {
      const perCustomer = new Map<string, number>();
      for (const { customer } of sample) {
        if (customer) perCustomer.set(customer, (perCustomer.get(customer) ?? 0) + 1);
      }
      for (const customer of customers) expect(perCustomer.get(customer)).toBeGreaterThanOrEqual(times);
      const often = [...perCustomer]
        .filter(([, contacts]) => contacts >= times)
        .map(([customer]) => customer);
      expect(often.length).toBeLessThan(customers.length + 25);
    }
  });

  it('the skipped level: half of what Northgate Renewals escalates goes straight to management', () => {
    const { team, shareOfEscalated } = skippedLevelTruth;
    const escalated = POOLED.filter(isEscalated);
    const own = escalated.filter((one) => one.team === team);
    const base = share(
      escalated.filter((one) => one.team !== team),
      isSkipped,
    );
    expectNear(share(own, isSkipped), shareOfEscalated + (1 - shareOfEscalated) * base, 0.08);
    expect(base).toBeLessThan(0.1);
  });

  it('the agent of chance: 3 of 6 ended badly, and the interval reaches down to the usual share', () => {
    for (const sample of SAMPLES) {
      const isBad = ({ outcome }: Dated) => outcome === 'unresolved' || outcome === 'customer_lost';
      const own = sample.filter(({ agent }) => agent === chanceAgentTruth.agent);
      expect(own).toHaveLength(chanceAgentTruth.incidents);
      expect(count(own, isBad)).toBe(chanceAgentTruth.bad);
      const known = sample.filter(({ outcome }) => outcome !== 'unknown' && outcome !== 'follow_up_pending');
      const interval = wilson(chanceAgentTruth.bad, chanceAgentTruth.incidents);
      expect(share(known, isBad)).toBeGreaterThan(interval?.[0] ?? 1);
    }
  });
});

const isEscalated = ({ steps }: Dated) => steps.some(({ level }) => level !== 'frontline');

function isSkipped({ steps }: Dated): boolean {
  const beyond = steps.find(({ level }) => level !== 'frontline');
  return beyond?.level === 'management' && steps[0]?.level === 'frontline';
}

function effectiveShare(drafts: readonly Dated[]): number {
  const techniques: readonly string[] = trainingEffectTruth.techniques;
  const handled = drafts
    .flatMap((draft) => draft.techniques)
    .filter((one) => techniques.includes(one.technique));
  return handled.filter(({ observation }) => observation === 'effective').length / handled.length;
}

function contactsOf(days: Calendar, team: string): { day: number; contacts: number }[] {
  return [...sampleVolumes(days, { seed: 1, incidents: 12_000 })]
    .filter((volume) => volume.team === team)
    .map(({ day, contacts }) => ({ day: (Date.parse(day) - days.midnight(0)) / 86_400_000, contacts }));
}
