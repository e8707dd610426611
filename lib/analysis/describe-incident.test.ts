import { describe, expect, it } from 'vitest';
import { describeIncident, describePath, nameIncident } from './describe-incident.ts';
import { describeMinutes } from './duration-words.ts';
import type { IncidentRecord, Level } from './incident-record.ts';
import { describeMoment } from './moment-words.ts';
import { nothingKnown } from './testing/nothing-known.ts';

const frontline: Level = { code: 1, label: 'Frontline', rank: 1 };
const supervisor: Level = { code: 2, label: 'Supervisor', rank: 2 };
const technical: Level = { code: 3, label: 'IT desk', rank: 3 };

const say = (known: Partial<IncidentRecord>) => describeIncident({ ...nothingKnown, ...known });

describe('an incident in one sentence', () => {
  it('says where the case went, how it ended, the emotion and the repeat', () => {
    const sentence = say({
      path: [frontline, supervisor, technical, supervisor],
      outcome: 'resolved_with_compensation',
      status: 'closed',
      closed: { at: 0, precision: 'minute' },
      minutesToClose: 2918,
      intensityBefore: 5,
      intensityAfter: 2,
      daysSincePrevious: 22,
      trigger: { id: 'billing_error', label: 'Billing error' },
    });
    expect(sentence).toBe(
      'Went from frontline to supervisor, IT desk and back to supervisor; closed after 2.0\u00a0d, ' +
        'resolved with compensation; calmed from 5 to 2; the same customer had the same trigger 22 days earlier.',
    );
  });

  it('counts the moves of a long way: 9 stays are 8 moves', () => {
    const path = Array.from({ length: 9 }, (_, index) => (index % 2 === 0 ? supervisor : technical));
    expect(say({ path })).toContain(
      'Moved 8 times between supervisor and IT desk, and ended with supervisor',
    );
    expect(describePath(path)).toBe('8 moves between Supervisor and IT desk');
  });

  it('says that nothing is known rather than leaving it out', () => {
    expect(say({})).toBe('Complaint by an unknown channel; outcome not known.');
  });

  it('names the channel where there is no path', () => {
    expect(say({ channel: { id: 'web', label: 'Web' }, outcome: 'resolved' })).toBe(
      'Complaint by web; resolved.',
    );
  });

  it('tells a case that stayed with the frontline from one that began higher', () => {
    expect(say({ path: [frontline] })).toContain('Stayed with frontline');
    expect(say({ path: [supervisor] })).toContain('Began and stayed with supervisor');
  });

  it('counts changes of team where no level is known: 2 changes are "2 times"', () => {
    expect(say({ teamChanges: 2 })).toContain('Changed teams 2 times');
    expect(say({ teamChanges: 1 })).toContain('Changed teams once');
  });

  it('is still open, also with an outcome', () => {
    expect(say({ status: 'open', outcome: 'follow_up_pending' })).toContain(
      'a follow-up is pending, still open',
    );
  });

  it('counts days between dates and never hours', () => {
    const closed = { at: 0, precision: 'day' } as const;
    expect(say({ closed, status: 'closed', minutesToClose: 4320 })).toContain('closed after 3\u00a0d');
    expect(say({ closed, status: 'closed', minutesToClose: 0 })).toContain('closed the same day');
  });

  it('says an emotion that rose or stayed, and nothing where one end is not known', () => {
    expect(say({ intensityBefore: 2, intensityAfter: 4 })).toContain('rose from 2 to 4');
    expect(say({ intensityBefore: 3, intensityAfter: 3 })).toContain('emotion stayed at 3');
    expect(say({ intensityBefore: 3 })).not.toContain('emotion');
  });

  it('calls 30 days a repeat and 31 none', () => {
    const trigger = { id: 'billing_error', label: 'Billing error' };
    expect(say({ trigger, daysSincePrevious: 30 })).toContain('30 days earlier');
    expect(say({ trigger, daysSincePrevious: 31 })).not.toContain('earlier');
  });
});

describe('the words beside it', () => {
  it('parts the digits of a number: 11803 is INC-11 803', () => {
    expect(nameIncident(11803)).toBe('INC-11\u202f803');
    expect(nameIncident(7)).toBe('INC-7');
  });

  it('joins a path by single angle marks', () => {
    expect(describePath([frontline, technical])).toBe('Frontline › IT desk');
  });

  it.each([
    [0, '0\u00a0min'],
    [23, '23\u00a0min'],
    [60, '1\u00a0h'],
    [220, '3\u00a0h\u00a040'],
    [2879, '47\u00a0h\u00a059'],
    [2880, '2.0\u00a0d'],
    [1_440_000, '1,000\u00a0d'],
  ])('%i minutes are %s', (minutes, words) => {
    expect(describeMinutes(minutes)).toBe(words);
  });

  it('shows a moment as exact as it is known, a date the same in every zone', () => {
    const at = Date.parse('2026-11-03T00:00:00Z');
    expect(describeMoment({ at, precision: 'minute' }, 'America/New_York')).toBe('2 Nov 2026, 19:00');
    expect(describeMoment({ at, precision: 'day' }, 'America/New_York')).toBe('3 Nov 2026');
    expect(describeMoment({ at, precision: 'month' }, 'America/New_York')).toBe('Nov 2026');
  });
});
