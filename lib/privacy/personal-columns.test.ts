import { describe, expect, it } from 'vitest';
import { findInCell, typeOfColumn } from './personal-columns.ts';

describe('what a column holds by its name', () => {
  it.each([
    ['Customer Name', 'NAME'],
    ['customer_name', 'NAME'],
    ['FirstName', 'NAME'],
    ['Surname', 'NAME'],
    ['Phone', 'PHONE'],
    ['Contact mobile no', 'PHONE'],
    ['Street address', 'ADDRESS'],
    ['Address line 2', 'ADDRESS'],
    ['Date of Birth', 'BIRTH'],
    ['DOB', 'BIRTH'],
    ['SSN', 'ID'],
    ['Account Number', 'ACCOUNT'],
    ['Customer ID', 'ACCOUNT'],
  ])('%s: %s', (name, type) => {
    expect(typeOfColumn(name)).toBe(type);
  });

  it.each([
    ...[
      'Name',
      'Product name',
      'Company',
      'Complaint ID',
      'Ticket ID',
      'Date received',
      'Consumer complaint narrative',
    ],
    ...[
      'State',
      'ZIP code',
      'Channel',
      'Customer Age',
      'Customer Gender',
      'Consumer disputed?',
      'number',
      'order number',
    ],
  ])('%s: nothing personal', (name) => {
    expect(typeOfColumn(name)).toBeNull();
  });
});

it('a cell of such a column is taken from end to end, without the blanks around it', () => {
  expect(findInCell({ text: ' Maria Gonzalez ', type: 'NAME' })).toEqual([
    { type: 'NAME', start: 1, end: 15, key: 'maria gonzalez' },
  ]);
});

it.each([
  ['', 'NAME'],
  ['N/A', 'NAME'],
  ['None', 'NAME'],
  ['XXXX XXXX', 'NAME'],
  ['[NAME-1]', 'NAME'],
  ['yes', 'PHONE'],
  ['?', 'ADDRESS'],
] as const)('"%s" in a column of %s says nothing', (text, type) => {
  expect(findInCell({ text, type })).toEqual([]);
});
