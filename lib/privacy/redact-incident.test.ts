import { expect, it } from 'vitest';
import { type IncidentTexts, redactIncident } from './redact-incident.ts';

const NOTHING: IncidentTexts = {
  topic: null,
  narrative: null,
  resolution: null,
  steps: [],
  followUps: [],
  sourceRows: [],
};

it('all texts of an incident share their tokens, and the fields in which something was taken out are named', () => {
  const texts: IncidentTexts = {
    topic: 'Late fee',
    narrative: 'Maria rang from 0161 496 0774.',
    resolution: null,
    steps: [null, 'call Gonzalez on 0161 496 0774'],
    followUps: [null, 'mail to maria@example.com'],
    sourceRows: [
      {
        line: 7,
        fields: [
          ['Customer Name', 'Maria Gonzalez'],
          ['Channel', 'phone'],
          ['Narrative', 'Maria rang from 0161 496 0774.'],
          ['Note', null],
        ],
      },
    ],
  };
  expect(redactIncident(texts, { country: 'GB' })).toEqual({
    texts: {
      topic: 'Late fee',
      narrative: '[NAME-1] rang from [PHONE-1].',
      resolution: null,
      steps: [null, 'call [NAME-1] on [PHONE-1]'],
      followUps: [null, 'mail to [EMAIL-1]'],
      sourceRows: [
        {
          line: 7,
          fields: [
            ['Customer Name', '[NAME-1]'],
            ['Channel', 'phone'],
            ['Narrative', '[NAME-1] rang from [PHONE-1].'],
            ['Note', null],
          ],
        },
      ],
    },
    changed: ['narrative', 'steps', 'followUps', 'sourceRows'],
    taken: { NAME: 4, PHONE: 3, EMAIL: 1 },
  });
});

it('an incident in which nothing is personal stays the same object', () => {
  const texts = { ...NOTHING, narrative: 'The bill was wrong.' };
  const { texts: after, changed, taken } = redactIncident(texts, { country: 'GB' });
  expect(after).toBe(texts);
  expect([changed, taken]).toEqual([[], {}]);
});

it('what the source calls the customer is taken out, a name as well as a number', () => {
  const texts = { ...NOTHING, narrative: 'Caller 2403 is C-99.', topic: 'Caller 2403' };
  expect(redactIncident(texts, { country: 'GB', known: ['Caller 2403'] }).texts).toMatchObject({
    topic: '[ACCOUNT-1]',
    narrative: '[ACCOUNT-1] is C-99.',
  });
});
