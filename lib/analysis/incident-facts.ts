import { dayWords } from '../filters/day-words.ts';
import {
  BASIS_LABELS,
  CUE_LABELS,
  CUSTOMER_STATE_LABELS,
  FOLLOW_UP_REASON_LABELS,
  OUTCOME_LABELS,
} from '../taxonomy/labels.ts';
import { closesInWholeDays } from './describe-incident.ts';
import { describeMinutes } from './duration-words.ts';
import type { FollowUp, IncidentRecord } from './incident-record.ts';
import { describeMoment } from './moment-words.ts';

/** One thing that is known of an incident, or that it is not known (null). */
export interface Fact {
  label: string;
  value: string | null;
}

/** What is known of an incident in pairs, always the same ones in the same order. */
export function factsOf(incident: IncidentRecord, timeZone: string): Fact[] {
  const { severity, csat, product, journeyStage } = incident;
  return [
    { label: 'Occurred', value: describeOccurred(incident, timeZone) },
    { label: 'Reported', value: describeReported(incident, timeZone) },
    { label: 'Closed', value: describeClosed(incident, timeZone) },
    { label: 'Channel, site', value: joined(incident.channel?.label, incident.site) },
    { label: 'Customer state', value: describeState(incident) },
    { label: 'Severity', value: severity === null ? null : `${severity} of 5` },
    { label: 'Product', value: product?.label ?? null },
    { label: 'Journey stage', value: journeyStage?.label ?? null },
    { label: 'Team, agent', value: joined(incident.team, incident.agent) },
    { label: 'Outcome', value: describeOutcome(incident) },
    { label: 'Follow-up', value: describeFollowUps(incident.followUps) },
    { label: 'Satisfaction', value: csat === null ? null : `${csat} of 5` },
    { label: 'Same trigger before', value: describeRepeat(incident) },
    { label: 'Repeat, by the source', value: yesOrNo(incident.repeatClaimed) },
  ];
}

function describeOccurred({ occurred }: IncidentRecord, timeZone: string): string {
  const clock = { none: '', skipped: 'moved over a clock change', doubled: 'the first of a doubled hour' };
  const basis = occurred.basis === 'occurred' ? '' : BASIS_LABELS[occurred.basis];
  return [describeMoment(occurred, timeZone), basis, clock[occurred.clock]].filter(Boolean).join(', ');
}

function describeReported(
  { reported, reportedAfterMinutes }: IncidentRecord,
  timeZone: string,
): string | null {
  if (!reported) return null;
  const moment = describeMoment(reported, timeZone);
  if (reportedAfterMinutes === null) return moment;
  const later = describeMinutes(reportedAfterMinutes, { wholeDays: reported.precision !== 'minute' });
  return later.startsWith('the') ? `${moment}, ${later}` : `${moment}, ${later} later`;
}

function describeClosed(incident: IncidentRecord, timeZone: string): string | null {
  const { closed, status, minutesToClose, closedBeforeOccurred } = incident;
  if (!closed) return { unknown: null, open: 'Open', closed: 'Closed, time not known' }[status];
  const moment = describeMoment(closed, timeZone);
  if (closedBeforeOccurred) return `${moment}, before it occurred: left out of times`;
  if (minutesToClose === null) return moment;
  const after = describeMinutes(minutesToClose, { wholeDays: closesInWholeDays(incident) });
  return after.startsWith('the') ? `${moment}, ${after}` : `${moment}, after ${after}`;
}

function describeState({ customerState, cues }: IncidentRecord): string | null {
  const state = customerState === 'unknown' ? null : CUSTOMER_STATE_LABELS[customerState];
  const observed = cues.map((cue) => CUE_LABELS[cue].toLowerCase()).join(', ');
  return [state, observed].filter(Boolean).join('; ') || null;
}

function describeOutcome({ outcome, compensation }: IncidentRecord): string | null {
  if (outcome === 'unknown') return null;
  if (!compensation) return OUTCOME_LABELS[outcome];
  const { currency, minor } = compensation;
  const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2;
  return `${OUTCOME_LABELS[outcome]}, ${money.format(minor / 10 ** digits)}`;
}

function describeFollowUps(followUps: readonly FollowUp[]): string | null {
  const described = followUps.map(({ promise, dueOn, doneOn, reason }) =>
    [
      promise ?? 'Promised',
      dueOn ? `due ${dayWords(dueOn)}` : 'without a date',
      doneOn ? `done ${dayWords(doneOn)}` : 'not done',
      ...(reason === 'unknown' ? [] : [FOLLOW_UP_REASON_LABELS[reason].toLowerCase()]),
    ].join(', '),
  );
  return described.join('; ') || null;
}

function describeRepeat({ customer, trigger, daysSincePrevious: days }: IncidentRecord): string | null {
  if (customer === null || trigger === null) return null;
  if (days === null) return 'Never before';
  if (days === 0) return 'The same day';
  return `${days} ${days === 1 ? 'day' : 'days'} earlier`;
}

function yesOrNo(flag: boolean | null): string | null {
  return flag === null ? null : flag ? 'Yes' : 'No';
}

function joined(...parts: (string | null | undefined)[]): string | null {
  return parts.filter(Boolean).join(', ') || null;
}
