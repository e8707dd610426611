import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIXTURES, readFixture } from './fixture/read-fixture.ts';
import { PII_TYPES } from './pii-types.ts';
import { redact, redactAll } from './redact.ts';
import { findTokens, isToken } from './tokens.ts';

const GB = { country: 'GB' };
const sentences = FIXTURES.flatMap(({ type, positives, nearMisses }) =>
  [...positives, ...nearMisses].map((marked) => readFixture(marked, type).text),
);

describe('tokens', () => {
  it('the same value has the same token, however it is written', () => {
    const { text } = redact('Call 020 7946 0018 or +44 20 7946 0018, not 07700 900461.', GB);
    expect(text).toBe('Call [PHONE-1] or [PHONE-1], not [PHONE-2].');
  });

  it('texts that belong together share their numbers', () => {
    const [narrative, row] = redactAll(['I am at anna@example.com.', 'b@example.com / ANNA@example.com'], GB);
    expect([narrative?.text, row?.text]).toEqual(['I am at [EMAIL-1].', '[EMAIL-2] / [EMAIL-1]']);
  });

  it('numbers go on after tokens that are there: [PHONE-3] makes the next one [PHONE-4]', () => {
    expect(redact('First [PHONE-3], then 020 7946 0018.', GB).text).toBe('First [PHONE-3], then [PHONE-4].');
  });

  it.each([
    'My name is XXXX XXXX and I live in XXXX, XX/XX/2023.',
    'Card XXXX XXXX XXXX 1111, SSN XXX-XX-XXXX, account # XXXX.',
    'Dear [NAME], call [PHONE_NUMBER] or <EMAIL>, {{first_name}}.',
    'I paid {$1200.00} on {$50.00} terms.',
    'Reach {email} at <PHONE_1>.',
  ])('what another system has made unreadable stays as it is: %s', (text) => {
    expect(redact(text, { country: 'US' })).toEqual({ text, spans: [] });
  });

  it('a value that is nothing but a token is known as one', () => {
    expect([' [NAME-2] ', '[NAME-2] Smith', 'NAME-2', ''].map(isToken)).toEqual([true, false, false, false]);
  });
});

describe('names', () => {
  it('whoever was named once is known by each part of the name, with one token', () => {
    const text = 'My name is Aoife Byrne. Later Mrs Byrne was told that Aoife had no contract.';
    expect(redact(text, GB).text).toBe(
      'My name is [NAME-1]. Later Mrs [NAME-1] was told that [NAME-1] had no contract.',
    );
  });

  it('a part that is a word as well is left where it stands alone', () => {
    const text = 'I spoke to Mr Bill Hill. The bill was wrong. Bill me again up the Hill, said Bill Hill.';
    expect(redact(text, GB).text).toBe(
      'I spoke to Mr [NAME-1]. The bill was wrong. Bill me again up the Hill, said Bill Hill.',
    );
  });

  it('the customer that the source names is taken out of all texts: the name, its parts, a number', () => {
    const known = ['Maria Gonzalez', 'C-104882'];
    const texts = [
      'Maria rang. Gonzalez, maria gonzalez, is c-104882 with us.',
      'MARIA GONZALEZ',
      'C-1048821',
    ];
    expect(redactAll(texts, { country: 'GB', known }).map(({ text }) => text)).toEqual([
      '[NAME-1] rang. [NAME-1], [NAME-1], is [ACCOUNT-1] with us.',
      '[NAME-1]',
      'C-1048821',
    ]);
  });
});

describe('places', () => {
  it('a span says where the token is and where the value was', () => {
    const text = 'Mail a@example.com, then b@example.com.';
    expect(redact(text, GB)).toEqual({
      text: 'Mail [EMAIL-1], then [EMAIL-2].',
      spans: [
        { type: 'EMAIL', token: '[EMAIL-1]', start: 5, end: 14, from: 5, until: 18 },
        { type: 'EMAIL', token: '[EMAIL-2]', start: 21, end: 30, from: 25, until: 38 },
      ],
    });
  });

  it('putting the values back into their places gives the text as it came', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...sentences), fc.string()), { maxLength: 6 }),
        (parts) => {
          const original = parts.join(' ');
          const { text, spans } = redact(original, GB);
          const back = spans.reduceRight(
            (now, { start, end, from, until }) =>
              now.slice(0, start) + original.slice(from, until) + now.slice(end),
            text,
          );
          expect(back).toBe(original);
          expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(
            spans.map(({ token }) => token),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('redacting twice changes nothing', () => {
  const part = fc.oneof(
    fc.constantFrom(...sentences),
    fc.string({ maxLength: 12 }),
    fc.constantFrom('[NAME-1]', '\n', 'Mr'),
  );
  const countries = fc.constantFrom('GB', 'US', 'DE', 'FR', 'ES', 'IN', 'PL');
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 8 }),
      fc.constantFrom('', ' ', '\n'),
      countries,
      (parts, glue, country) => {
        const once = redact(parts.join(glue), { country }).text;
        expect(redact(once, { country })).toEqual({ text: once, spans: [] });
      },
    ),
    { numRuns: 1000 },
  );
});

it('dates, times, amounts and shares are never taken out', () => {
  const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
  const amount = fc.integer({ min: 0, max: 99_999_999 });
  const said = fc
    .tuple(date, amount, fc.constantFrom('en-GB', 'en-US', 'de-DE', 'fr-FR'))
    .map(([day, minor, locale]) => {
      const when = day.toLocaleDateString(locale, { timeZone: 'UTC' });
      const long = day.toLocaleDateString(locale, { timeZone: 'UTC', dateStyle: 'long' });
      const clock = day.toISOString().slice(11, 16);
      const money = (minor / 100).toLocaleString(locale, { style: 'currency', currency: 'EUR' });
      return `On ${when} at ${clock} I paid ${money}, on ${long} again ${minor / 100}; ${day.toISOString().slice(0, 10)}: ${minor % 100} %.`;
    });
  fc.assert(
    fc.property(said, fc.constantFrom('GB', 'US', 'DE', 'FR'), (text, country) => {
      expect(redact(text, { country }).spans).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

it.each([
  'The bill is wrong by 12.50 USD. Close to tears, the customer left.',
  'It took 3 weeks. The Way they spoke was rude.',
  'We were 4 at the counter. Place 5 was open. Road works outside.',
  'An app called Albert and a product named Premium Plus.',
  'The Sr Relationship Banker and a Sr. Manager were there.',
])('%s', (text) => {
  expect(redact(text, { country: 'US' }).spans).toEqual([]);
});

it('a text without anything personal comes back as the same text', () => {
  const text = 'The bill was wrong for the third time, and nobody answers.';
  expect(redact(text, GB)).toEqual({ text, spans: [] });
  expect(redact('', GB)).toEqual({ text: '', spans: [] });
});

it('every type of token can be read back', () => {
  const text = PII_TYPES.map((type, index) => `[${type}-${index + 1}]`).join(' ');
  expect(findTokens(text).map(({ type, number }) => [type, number])).toEqual(
    PII_TYPES.map((type, index) => [type, index + 1]),
  );
});
