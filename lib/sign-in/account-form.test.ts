import { describe, expect, it } from 'vitest';
import { accountForm, codeForm, inviteForm, linkForm } from './account-form.ts';

const invitation = { email: ' Ines@Example.com ', name: ' Ines Moreau ', roles: ['qa', 'agent', 'qa'] };

describe('an invitation', () => {
  it('has an address in lower case, each role once in their order, and nothing where nothing was ticked', () => {
    expect(inviteForm.parse(invitation)).toEqual({
      email: 'ines@example.com',
      name: 'Ines Moreau',
      roles: ['agent', 'qa'],
      teams: [],
      agents: [],
    });
  });

  it('takes a single box like several, and agents one a line', () => {
    const given = { ...invitation, roles: 'manager', teams: '3', agents: 'A-1\r\n\n anna.k \nA-1' };
    expect(inviteForm.parse(given)).toMatchObject({
      roles: ['manager'],
      teams: [3],
      agents: ['A-1', 'anna.k'],
    });
  });

  it('takes nothing that is not asked for: no password, no state, no id', () => {
    const given = {
      ...invitation,
      id: 'x',
      password: 'x',
      disabledAt: '',
      emailVerified: 'true',
      twoFactorEnabled: '1',
    };
    expect(Object.keys(inviteForm.parse(given)).toSorted()).toEqual([
      'agents',
      'email',
      'name',
      'roles',
      'teams',
    ]);
  });

  it.each([
    [{ name: 'Ines\r\nBcc: everybody@example.com' }, 'name'],
    [{ name: ' ' }, 'name'],
    [{ email: 'ines@example.com\r\nBcc: x@example.com' }, 'email'],
    [{ email: 'no address' }, 'email'],
    [{ roles: ['owner'] }, 'roles'],
    [{ teams: ['-1'] }, 'teams'],
  ])('%j is refused at its field', (wrong, field) => {
    const parsed = inviteForm.safeParse({ ...invitation, ...wrong });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

it('a change of an account needs its id and the version of the page', () => {
  const { email: _, ...rest } = invitation;
  expect(accountForm.safeParse(rest).success).toBe(false);
  expect(accountForm.safeParse({ ...rest, userId: '1; drop table', version: '1' }).success).toBe(false);
});

it('a link wants a good password, and a name only where one is given', () => {
  expect(linkForm.parse({ token: 't', password: 'seven bridges, one river' })).not.toHaveProperty('name');
  expect(linkForm.safeParse({ token: 't', password: 'short' }).error?.issues[0]?.path).toEqual(['password']);
});

it.each([
  ['123456', '123456'],
  ['123 456', '123456'],
  ['aBc12-dEf34', 'abc12def34'],
])('the code %s is read as %s', (given, code) => {
  expect(codeForm.parse({ code: given })).toEqual({ code });
});

it.each(['', '12345', '1234567', 'abcde-fghi', 'abcde-fghij1', '١٢٣٤٥٦'])('%j is no code', (code) => {
  expect(codeForm.safeParse({ code }).success).toBe(false);
});
