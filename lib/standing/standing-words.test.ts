import { describe, expect, it } from 'vitest';
import { notAnIncidentForm, sameAsForm } from './standing-forms.ts';
import { describeSetAside } from './standing-words.ts';

describe('how many are set aside', () => {
  it('2 that are not incidents and 1 that is the same as another are 3', () => {
    expect(describeSetAside({ not_an_incident: 2, same_as_another: 1 })).toBe(
      '3 incidents are set aside and in no figure: 2 are not incidents, 1 is the same as another.',
    );
  });

  it('one alone is told in the singular, and what there is none of is not told', () => {
    expect(describeSetAside({ not_an_incident: 1, same_as_another: 0 })).toBe(
      '1 incident is set aside and in no figure: 1 is not an incident.',
    );
    expect(describeSetAside({ not_an_incident: 0, same_as_another: 1200 })).toBe(
      '1,200 incidents are set aside and in no figure: 1,200 are the same as another.',
    );
  });

  it('0 and 0 say nothing', () => {
    expect(describeSetAside({ not_an_incident: 0, same_as_another: 0 })).toBeNull();
  });
});

describe('the forms that set aside', () => {
  it('the incident that stays is named as people write it', () => {
    const form = { number: '12', reason: ' Reported twice ', sameAs: 'INC-1 803' };
    expect(sameAsForm.parse(form)).toEqual({ number: 12, reason: 'Reported twice', sameAs: 1803 });
  });

  it('a reason is asked for, of one line', () => {
    expect(notAnIncidentForm.safeParse({ number: 1, reason: ' ' }).error?.issues[0]?.message).toBe(
      'Give a reason, in a few words.',
    );
    expect(notAnIncidentForm.safeParse({ number: 1, reason: 'one\ntwo' }).success).toBe(false);
  });
});
