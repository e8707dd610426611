import { describe, expect, it } from 'vitest';
import { accountLetter } from './account-letter.ts';
import { toMail } from './letter.ts';
import { toMailProblem } from './mail-failure.ts';

const letter = {
  to: 'ines@example.org',
  workspace: 'Tidewater <Energy>',
  url: 'https://x.example/join?token=1&a',
  until: '3 Nov 2026, 09:42 UTC',
};

describe('an invitation', () => {
  const mail = toMail(accountLetter({ ...letter, purpose: 'invite', by: 'Ada' }));

  it('says who invites whom to what, and what the link does', () => {
    expect(mail.subject).toBe('Your invitation to Lookback, Tidewater <Energy>');
    expect(mail.text).toContain('Ada has invited you to Lookback');
    expect(mail.text).toContain('Choose a password:\nhttps://x.example/join?token=1&a');
    expect(mail.text).toContain('until 3 Nov 2026, 09:42 UTC');
  });

  it('has the same words as a page, in which nothing that people named is markup', () => {
    expect(mail.html).toContain('Tidewater &lt;Energy&gt;');
    expect(mail.html).toContain('href="https://x.example/join?token=1&amp;a"');
    expect(mail.html).not.toContain('<Energy>');
    expect(mail.html).not.toMatch(/<(script|img|link)|src=/);
  });
});

it('a link that its owner asked for says that it may be left, one of an administrator whom to ask', () => {
  const reset = (by: string | null) => toMail(accountLetter({ ...letter, purpose: 'reset', by })).text;
  expect(reset(null)).toContain('If it was not you, leave it: your password stays.');
  expect(reset('Ada')).toContain('Ada has made a link');
  expect(reset('Ada')).toContain('ask an administrator');
});

it.each([
  [{ code: 'EDNS', message: 'getaddrinfo ENOTFOUND smtp.example.org' }, 'not_found'],
  [{ code: 'ESOCKET', message: 'self-signed certificate' }, 'certificate'],
  [{ code: 'ETLS', message: 'STARTTLS is required but not supported' }, 'not_encrypted'],
  [{ code: 'ETIMEDOUT', message: 'Greeting never received' }, 'away'],
  [{ code: 'EENVELOPE', command: 'RCPT TO', message: 'All recipients were rejected' }, 'recipient'],
  [{ code: 'EMESSAGE', message: 'Message failed: 554' }, 'refused'],
] as const)('%o is %s', ({ message, ...more }, problem) => {
  expect(toMailProblem(Object.assign(new Error(message), more))).toBe(problem);
  expect(toMailProblem('nothing')).toBe('away');
});
