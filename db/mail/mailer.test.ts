import type { SMTPServerOptions } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startMailServer } from '@/db/testing/mail-server.ts';
import type { MailSettings } from '@/lib/env-mail.ts';
import { toMail } from '@/lib/mail/letter.ts';
import { MailFailed } from '@/lib/mail/mail-failure.ts';
import { mailProblem, openMailer } from './mailer.ts';

async function serve(options: SMTPServerOptions = {}) {
  const server = await startMailServer(options);
  onTestFinished(server.close);
  return server;
}

const settings = (port: number, more: Partial<MailSettings> = {}): MailSettings => ({
  host: '127.0.0.1',
  port,
  secure: false,
  mayBePlain: true,
  signIn: null,
  from: { name: 'Lookback', address: 'lookback@example.org' },
  ...more,
});
const LETTER = toMail({
  to: 'ines@example.org',
  subject: 'Für Ines: 3 < 4',
  paragraphs: ['Zahlen & Worte'],
  link: { label: 'Öffnen', url: 'https://lookback.example.org/join?token=a-b_c' },
  remarks: [],
});
const reasonOf = async (work: Promise<void>) => {
  const error = await work.catch((thrown) => thrown);
  expect(error).toBeInstanceOf(MailFailed);
  return (error as MailFailed).reason;
};
const refusing = (code: number, message: string) => Object.assign(new Error(message), { responseCode: code });

describe('a mail', () => {
  it('comes with its words as text and as a page, from the sender, to its one recipient', async () => {
    const server = await serve();
    await openMailer(settings(server.port)).send(LETTER);
    const [mail] = server.taken;
    expect(server.taken).toHaveLength(1);
    expect(mail).toMatchObject({ from: 'lookback@example.org', to: ['ines@example.org'] });
    expect(mail?.raw).toContain('From: Lookback <lookback@example.org>');
    expect(mail?.raw).toContain('Content-Type: text/plain; charset=utf-8');
    expect(mail?.raw).toContain('Content-Type: text/html; charset=utf-8');
    expect(mail?.raw).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(mail?.raw.replace(/=\r\n/g, '').replaceAll('=3D', '=')).toContain('join?token=a-b_c');
  });

  it('takes files along, text and bytes', async () => {
    const server = await serve();
    const files = [
      { name: 'review.csv', type: 'text/csv', content: 'a,b' },
      { name: 'review.pdf', type: 'application/pdf', content: new Uint8Array([37, 80, 68, 70]) },
    ];
    await openMailer(settings(server.port)).send({ ...LETTER, files });
    const raw = server.taken[0]?.raw ?? '';
    expect(raw).toContain('filename=review.csv');
    expect(raw).toContain('Content-Type: application/pdf; name=review.pdf');
    expect(raw).toContain(Buffer.from('%PDF').toString('base64'));
  });

  it.each([
    { subject: 'Hello\r\nBcc: all@example.org' },
    { to: 'a@example.org, b@example.org' },
    { to: 'a@example.org\r\nBcc: b@example.org' },
    { files: [{ name: 'a\nb.pdf', type: 'application/pdf', content: '' }] },
  ])('with more than one line in its head, as %o, is not sent at all', async (more) => {
    const server = await serve();
    await expect(openMailer(settings(server.port)).send({ ...LETTER, ...more })).rejects.toThrow(RangeError);
    expect(server.taken).toEqual([]);
  });
});

describe('a server', () => {
  const auth: SMTPServerOptions = {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      if (username === 'lookback' && password === 'p@ss') done(null, { user: username });
      else done(refusing(535, 'no'));
    },
  };

  it('that wants a sign-in is given it; with a wrong password the mail is not sent, and the words say so', async () => {
    const server = await serve(auth);
    const signIn = { user: 'lookback', password: 'p@ss' };
    const mailer = openMailer(settings(server.port, { signIn }));
    await mailer.check();
    await mailer.send(LETTER);
    expect(server.taken).toHaveLength(1);
    const wrong = openMailer(settings(server.port, { signIn: { ...signIn, password: 'guess' } }));
    expect(await reasonOf(wrong.send(LETTER))).toBe('sign_in');
    expect(await reasonOf(wrong.check())).toBe('sign_in');
  });

  it('that is not there, does not encrypt, or is not trusted is told apart', async () => {
    const plain = await serve();
    const gone = await startMailServer();
    await gone.close();
    const secret = await serve({ disabledCommands: [] });
    const encrypted = await serve({ secure: true });
    const reason = (port: number, more: Partial<MailSettings> = {}) =>
      reasonOf(openMailer(settings(port, more)).check());
    expect(await reason(gone.port)).toBe('away');
    expect(await reason(plain.port, { mayBePlain: false })).toBe('not_encrypted');
    expect(await reason(secret.port, { mayBePlain: false })).toBe('certificate');
    expect(await reason(encrypted.port, { secure: true })).toBe('certificate');
  });

  it('that takes no mail from the sender, to the recipient, or at all is told apart', async () => {
    const from = await serve({ onMailFrom: (_address, _session, done) => done(refusing(550, 'sender')) });
    const to = await serve({ onRcptTo: (_address, _session, done) => done(refusing(550, 'unknown')) });
    const all = await serve({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done(refusing(554, 'no')));
      },
    });
    const reason = (port: number) => reasonOf(openMailer(settings(port)).send(LETTER));
    expect(await reason(from.port)).toBe('sender');
    expect(await reason(to.port)).toBe('recipient');
    expect(await reason(all.port)).toBe('refused');
  });
});

it('the console is told of a mailer that does not work, and of no other', async () => {
  const server = await serve();
  const gone = await startMailServer();
  await gone.close();
  expect(await mailProblem(null)).toBeNull();
  expect(await mailProblem(openMailer(settings(server.port)))).toBeNull();
  expect(await mailProblem(openMailer(settings(gone.port)))).toBe(
    'Mail cannot be sent at present: The mail server does not answer. Links to accounts are shown to be copied meanwhile.',
  );
});

it('a failure says nothing of the password', async () => {
  const server = await serve({ authOptional: false, allowInsecureAuth: true });
  const signIn = { user: 'lookback', password: 'hunter2-hunter2' };
  const error = await openMailer(settings(server.port, { signIn }))
    .check()
    .catch((thrown: Error) => thrown);
  expect(String(error)).not.toContain('hunter2');
});
