import fc from 'fast-check';
import { expect, it } from 'vitest';
import { redact } from './redact.ts';

/** Own processor time in milliseconds, the less of two tries: whatever else the machine does only adds to it. */
function cpuOf(text: string): number {
  const tries = [1, 2].map(() => {
    const before = process.cpuUsage();
    redact(text, { country: 'GB' });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...tries);
}

const filled = (piece: string, size: number) =>
  `${piece.repeat(Math.ceil(size / piece.length)).slice(0, size)}!`;
const SIZE = 12_000;
const TIMES = 8;
/** What grows with the square takes 64 times as long; a busy machine makes 8 into 12 or 15. Below this nobody waits. */
const MOST_GROWTH = 3 * TIMES;
const NEGLIGIBLE_MS = 30;

function expectLinear(piece: string): void {
  const large = cpuOf(filled(piece, TIMES * SIZE));
  if (large < NEGLIGIBLE_MS) return;
  const growth = large / cpuOf(filled(piece, SIZE));
  expect(
    growth,
    `${JSON.stringify(piece)} takes ${growth.toFixed(1)} times as long for ${TIMES} times the text`,
  ).toBeLessThan(MOST_GROWTH);
}

it.each([
  ...[
    'a',
    'A',
    ' ',
    '\n',
    '0',
    '1 ',
    '4242 ',
    '1.',
    '1.1.1.1 ',
    '::',
    'a:',
    '1-',
    '1/',
    '12/12/2020 ',
    '+',
    '(1',
    '-',
    '@',
    'a@',
  ],
  ...[
    'a@b.co ',
    '(at)',
    'x [at] y (dot) z ',
    'https://',
    'https://a?token=1 ',
    'Mr ',
    'Mr Aa ',
    'Aa ',
    'A.',
    'Aa-',
    'Aa de ',
  ],
  ...[
    'Dear ',
    'My name is Bob ',
    'Regards,\n',
    'GB29 ',
    'born ',
    'born on 1.1.1990 ',
    'account number ',
    'account number 1',
  ],
  ...[
    'user name a.',
    '1 Aa St ',
    '1 Aa ',
    '1 rue de la ',
    'Via Aa ',
    'Aastraße ',
    'ul. A',
    '07700 900123 ',
    '07700 900123, ',
  ],
  ...[
    'ssn ',
    'ssn 1',
    'AB123456C ',
    '[NAME-1]',
    '[',
    '{',
    '<A',
    '\u0001',
    'e\u0301',
    'order is is is is is ',
    'phone on on on ',
  ],
])('%j over and over: the time grows with the text', (piece) => {
  expectLinear(piece);
});

it('any mixture of pieces over and over: the time grows with the text', () => {
  const sign = fc.constantFrom(..."aA1 .,-/:@()[]'’+#&=?\n0éß_", 'Mr', 'St', 'is', 'no', 'DE', 'born', 'tel');
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1, maxLength: 7 }), (signs) => expectLinear(signs.join(''))),
    { numRuns: 30 },
  );
}, 60_000);

const toLetter = (digit: string) => String.fromCharCode(65 + Number.parseInt(digit, 26));

it.each([
  ['phone numbers', (index: number) => `call 0161 496 ${String(index).padStart(4, '0')}`],
  ['names', (index: number) => `I wrote to Mr ${index.toString(26).replace(/./g, toLetter)}xy`],
  ['e-mail addresses', (index: number) => `person.${index}@example.com`],
])('a megabyte of different %s takes under a second', (_, one) => {
  const text = Array.from({ length: 50_000 }, (__, index) => one(index)).join('\n');
  expect(cpuOf(text.slice(0, 1_000_000))).toBeLessThan(1000);
});
