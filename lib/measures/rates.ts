import type { Measure } from './measure.ts';

/** From here on somebody was abused or threatened. */
export const SEVERE = 4;

export const INCIDENT_RATE: Measure = {
  id: 'incident_rate',
  label: 'Incident rate',
  grain: 'contact',
  aggregate: 'rate',
  unit: 'per_1000_contacts',
  better: 'lower',
  denominator: [{ is: 'among_contacts' }],
  numerator: [],
  beside: [],
  words: {
    is: 'incidents per 1,000 contacts',
    numerator: 'incidents',
    leftOut: 'on a day, in a team or by a channel without a number of contacts',
    empty: 'No contacts are recorded for these days, teams and channels, so incidents can only be counted.',
    definition:
      'Incidents per 1,000 contacts, over the days, teams and channels whose contacts are recorded, incidents too. Contacts are known by day, team and channel alone: any other filter narrows the incidents and leaves the contacts as they are. Left out: incidents on a day, in a team or by a channel without a number of contacts.',
  },
};

export const STAFF_EXPOSURE: Measure = {
  id: 'staff_exposure',
  label: 'Staff exposure',
  grain: 'agent_week',
  aggregate: 'rate',
  unit: 'per_agent_week',
  better: 'lower',
  denominator: [{ column: 'agent', is: 'known' }],
  numerator: [{ column: 'severity', is: 'at_least', value: SEVERE }],
  beside: [],
  words: {
    is: 'severe incidents per week in which somebody handled any',
    numerator: 'severe',
    leftOut: 'with no agent recorded',
    empty: 'None of these incidents says who handled it, so no exposure can be told.',
    definition:
      'Severe incidents (severity 4, abuse or refusal to leave, and 5, threat or danger) per agent-week: one person in one week from Monday in which they handled at least one incident of any severity. It tells how much the team bears, not who is to blame. Left out: incidents with no agent recorded.',
  },
};
