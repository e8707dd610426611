import { shiftDays } from '@/lib/filters/local-dates.ts';
import type { MadeFollowUp, MadeStep, MadeVolume } from './detail-factory.ts';
import type { MadeIncident } from './incident-factory.ts';

/** Somebody who is in the record, with their team. */
export interface Person {
  team: number;
  agent: number;
}

const LEVELS = ['frontline', 'supervisor', 'technical', undefined];

/** What measures other than those of the incident itself are made of: each known of some incidents. */
export function randomDetails(random: () => number, people: readonly Person[], day: string) {
  const whole = (most: number) => Math.floor(random() * (most + 1));
  const maybe = <T>(share: number, value: () => T): T | undefined => (random() < share ? value() : undefined);
  const flag = () => maybe(0.8, () => random() < 0.6);
  const person = people[whole(people.length)];
  const steps = Array.from(
    { length: whole(3) },
    (): MadeStep => ({
      ...known('level', LEVELS[whole(3)]),
      ...known(
        'minutes',
        maybe(0.8, () => whole(900)),
      ),
      ...known('documented', flag()),
      ...known('briefed', flag()),
    }),
  );
  const followUps = Array.from(
    { length: Math.max(0, whole(4) - 2) },
    (): MadeFollowUp => ({
      ...known(
        'due',
        maybe(0.8, () => shiftDays(day, whole(30))),
      ),
      ...known(
        'done',
        maybe(0.6, () => shiftDays(day, whole(40))),
      ),
    }),
  );
  return {
    steps,
    followUps,
    kind: random() < 0.3 ? 'complaint' : 'incident',
    documented: whole(63),
    ...(person ?? {}),
    ...known(
      'severity',
      maybe(0.7, () => 1 + whole(4)),
    ),
    ...known(
      'csat',
      maybe(0.4, () => 1 + whole(4)),
    ),
    ...known(
      'status',
      maybe(0.2, () => 'open' as const),
    ),
    ...known(
      'reportedAfterMinutes',
      maybe(0.5, () => whole(3000)),
    ),
    ...known(
      'basis',
      maybe(0.2, () => 'reported' as const),
    ),
    ...known(
      'compensation',
      maybe(0.3, () => ({ minor: whole(9000), ...known('currency', CURRENCIES[whole(3)]) })),
    ),
  } satisfies Partial<MadeIncident>;
}

const CURRENCIES = ['GBP', 'GBP', 'EUR', undefined];

/** Contacts of two in three days, for each team by phone and for some by chat. */
export function randomVolumes(
  random: () => number,
  teams: readonly number[],
  from: string,
  days: number,
): MadeVolume[] {
  return Array.from({ length: days }, (_, place) => shiftDays(from, place)).flatMap((day) =>
    teams.flatMap((team) =>
      ['phone', 'chat']
        .filter(() => random() < 0.66)
        .map((channel) => ({ day, team, channel, contacts: Math.floor(random() * 400) })),
    ),
  );
}

function known<Name extends string, T>(name: Name, value: T | undefined): { [each in Name]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { [each in Name]?: T };
}
