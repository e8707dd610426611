import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidEnv, readEnv } from './env.ts';
import { EXAMPLES, SETTING_NAMES } from './env-settings.ts';

const noFiles = (path: string): string => {
  throw Object.assign(new Error(path), { code: 'ENOENT' });
};
const RANDOM = 'q7Zr0xTgVb3NkW9sLm2PyHc5DfJa8EuR1o4=';

function problemsOf(source: Record<string, string>, readFile = noFiles): string[] {
  try {
    readEnv(source, readFile);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidEnv)) throw error;
    return error.problems.map(({ variable, message }) => `${variable} ${message}`);
  }
}

describe('the settings of the program', () => {
  it('need nothing: an empty environment listens on 127.0.0.1:3000 with its home in .lookback', () => {
    expect(readEnv({}, noFiles)).toEqual({
      port: 3000,
      host: '127.0.0.1',
      home: '.lookback',
      url: null,
      allowHttp: false,
      secret: null,
      databaseUrl: null,
      databaseDirectUrl: null,
      firstAdmin: null,
      initApiKey: null,
      timeZone: null,
      country: null,
      sample: false,
      facts: 'copy',
      trustedProxies: [],
      oidc: null,
      mail: null,
      reportsFolder: null,
    });
  });

  it('are all read', () => {
    const read = readEnv(
      {
        PORT: '8080',
        HOST: '0.0.0.0',
        LOOKBACK_HOME: '/srv/lookback',
        LOOKBACK_URL: 'http://reviews.intranet:8080/',
        LOOKBACK_ALLOW_HTTP: 'true',
        LOOKBACK_SECRET: RANDOM,
        DATABASE_URL: 'postgres://a:b@pool:6432/c',
        DATABASE_DIRECT_URL: 'postgresql://a:b@db/c',
        LOOKBACK_INIT_EMAIL: 'admin@firm.test',
        LOOKBACK_INIT_PASSWORD: 'twelve chars',
        LOOKBACK_INIT_API_KEY: RANDOM,
        LOOKBACK_TIME_ZONE: 'Asia/Kolkata',
        LOOKBACK_COUNTRY: 'in',
        LOOKBACK_SAMPLE: '1',
        LOOKBACK_FACTS: 'record',
      },
      noFiles,
    );
    expect(read).toEqual({
      port: 8080,
      host: '0.0.0.0',
      home: '/srv/lookback',
      url: 'http://reviews.intranet:8080',
      allowHttp: true,
      secret: RANDOM,
      databaseUrl: 'postgres://a:b@pool:6432/c',
      databaseDirectUrl: 'postgresql://a:b@db/c',
      firstAdmin: { email: 'admin@firm.test', password: 'twelve chars' },
      initApiKey: RANDOM,
      timeZone: 'Asia/Kolkata',
      country: 'IN',
      sample: true,
      facts: 'record',
      trustedProxies: [],
      oidc: null,
      mail: null,
      reportsFolder: null,
    });
  });

  it('count as not set when empty, as compose files write them', () => {
    expect(
      readEnv({ PORT: '', LOOKBACK_URL: ' ', LOOKBACK_ALLOW_HTTP: '', DATABASE_URL_FILE: '' }, noFiles),
    ).toEqual(readEnv({}, noFiles));
  });

  it('report three wrong ones at once, each with an example', () => {
    const read = () =>
      readEnv({ PORT: '0', LOOKBACK_COUNTRY: 'Germany', DATABASE_URL: 'mysql://x' }, noFiles);
    expect(read).toThrow(
      [
        'these settings cannot be used:',
        '  PORT is "0", not a port between 1 and 65535. Example: PORT=3000',
        '  DATABASE_URL is not an address of a PostgreSQL database. Example: DATABASE_URL=postgres://lookback:PASSWORD@db.example.com:5432/lookback',
        '  LOOKBACK_COUNTRY is "Germany", not a two-letter country code of ISO 3166. Example: LOOKBACK_COUNTRY=DE',
      ].join('\n'),
    );
  });

  it('report a contradiction beside a wrong value', () => {
    expect(problemsOf({ PORT: 'http', LOOKBACK_INIT_EMAIL: 'admin@firm.test' })).toEqual([
      'PORT is "http", not a port between 1 and 65535',
      'LOOKBACK_INIT_PASSWORD is needed where LOOKBACK_INIT_EMAIL is set',
    ]);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['HOST', 'http://localhost'],
    ['LOOKBACK_URL', 'lookback.example.com'],
    ['LOOKBACK_URL', 'https://example.com/lookback'],
    ['LOOKBACK_URL', 'ftp://example.com'],
    ['LOOKBACK_URL', 'http://example.com'],
    ['LOOKBACK_ALLOW_HTTP', 'maybe'],
    ['LOOKBACK_SECRET', 'changeme'],
    ['LOOKBACK_SECRET', 'secret'],
    ['LOOKBACK_SECRET', 'change-me-change-me-change-me-1234567'],
    ['LOOKBACK_SECRET', 'abababababababababababababababababab'],
    ['LOOKBACK_SECRET', RANDOM.slice(0, 31)],
    ['DATABASE_URL', 'postgres://'],
    ['LOOKBACK_INIT_API_KEY', RANDOM.slice(0, 31)],
    ['LOOKBACK_TIME_ZONE', 'Berlin'],
    ['LOOKBACK_TIME_ZONE', '+01:00'],
    ['LOOKBACK_COUNTRY', 'XX'],
    ['LOOKBACK_COUNTRY', 'DEU'],
    ['LOOKBACK_FACTS', 'duckdb'],
  ])('refuse %s=%s alone', (name, value) => {
    expect(problemsOf({ [name]: value })).toHaveLength(1);
    expect(problemsOf({ [name]: value })[0]).toMatch(new RegExp(`^${name} `));
  });

  it('take a password of 12 and of 128 characters, not of 11 or 129', () => {
    const problems = (length: number) =>
      problemsOf({ LOOKBACK_INIT_EMAIL: 'a@b.test', LOOKBACK_INIT_PASSWORD: 'x'.repeat(length) });
    expect([11, 12, 128, 129].map((length) => problems(length).length)).toEqual([1, 0, 0, 1]);
  });

  it('take plain http for this machine and, where it is allowed, for others', () => {
    expect(problemsOf({ LOOKBACK_URL: 'http://localhost:3000' })).toEqual([]);
    expect(problemsOf({ LOOKBACK_URL: 'http://[::1]:3000' })).toEqual([]);
    expect(problemsOf({ LOOKBACK_URL: 'http://localhost.example.com' })).toHaveLength(1);
    expect(problemsOf({ LOOKBACK_URL: 'http://example.com', LOOKBACK_ALLOW_HTTP: 'yes' })).toEqual([]);
    expect(
      problemsOf({ LOOKBACK_URL: 'http://example.com', LOOKBACK_ALLOW_HTTP: 'yes', PORT: 'x' }),
    ).toHaveLength(1);
  });

  it('want the address of the database where that past its pooler is given', () => {
    expect(problemsOf({ DATABASE_DIRECT_URL: 'postgres://a@b/c' })).toEqual([
      'DATABASE_URL is needed where DATABASE_DIRECT_URL is set',
    ]);
  });

  it('never repeat what may be secret', () => {
    const secrets = {
      LOOKBACK_SECRET: 'hunter2hunter2',
      DATABASE_URL: 'hunter2',
      LOOKBACK_INIT_PASSWORD: 'hunter2',
    };
    const report = problemsOf({ ...secrets, LOOKBACK_INIT_API_KEY: 'hunter2' });
    expect(report).toHaveLength(5);
    expect(report.join()).not.toContain('hunter2');
  });
});

describe('a setting in a file', () => {
  it('is the content without the white space round it', () => {
    const files: Record<string, string> = { '/run/port': ' 4000\n' };
    expect(readEnv({ PORT_FILE: '/run/port' }, (path) => files[path] ?? noFiles(path)).port).toBe(4000);
  });

  it('is checked like any other', () => {
    expect(problemsOf({ LOOKBACK_SECRET_FILE: '/run/secret' }, () => 'short')).toEqual([
      'LOOKBACK_SECRET is shorter than 32 characters',
    ]);
  });

  it('is a problem beside the same variable, when unreadable and when empty', () => {
    expect(problemsOf({ PORT: '3000', PORT_FILE: '/run/port' })).toEqual([
      'PORT and PORT_FILE are both set; keep one of them',
    ]);
    expect(problemsOf({ PORT_FILE: '/run/port' })).toEqual([
      'PORT_FILE names /run/port, which cannot be read (ENOENT)',
    ]);
    expect(problemsOf({ PORT_FILE: '/run/port' }, () => '\n')).toEqual([
      'PORT_FILE names /run/port, which is empty',
    ]);
  });
});

it('any environment is either read or refused with a problem that names a variable', () => {
  const name = fc.constantFrom(...SETTING_NAMES, ...SETTING_NAMES.map((known) => `${known}_FILE`));
  fc.assert(
    fc.property(fc.dictionary(name, fc.string()), (source) => {
      for (const problem of problemsOf(source, (path) => path)) {
        expect(SETTING_NAMES.some((known) => problem.startsWith(known))).toBe(true);
      }
    }),
  );
});

it('.env.example documents exactly the settings that are read, and its values are accepted', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
  const documented = lines.flatMap(
    (line) =>
      line
        .match(/^# ([A-Z_]+)=(.*)$/)
        ?.slice(1, 3)
        .join('=') ?? [],
  );
  expect(documented.map((line) => line.split('=')[0]).sort()).toEqual([...SETTING_NAMES].sort());
  expect(Object.keys(EXAMPLES).sort()).toEqual([...SETTING_NAMES].sort());
  const values = Object.fromEntries(documented.map((line) => line.split(/=(.*)/).slice(0, 2)));
  expect(
    problemsOf({ ...values, LOOKBACK_OIDC_CLIENT_SECRET: 'x', LOOKBACK_INIT_PASSWORD: 'twelve chars' }),
  ).toEqual([]);
});

describe('single sign-on', () => {
  const given = {
    LOOKBACK_OIDC_ISSUER: 'https://login.example.com/realms/staff',
    LOOKBACK_OIDC_CLIENT_ID: 'lookback',
    LOOKBACK_OIDC_CLIENT_SECRET: RANDOM,
  };

  it('needs issuer, client and its secret, and has a name', () => {
    const expected = { issuer: given.LOOKBACK_OIDC_ISSUER, clientId: 'lookback', clientSecret: RANDOM };
    expect(readEnv(given, noFiles).oidc).toEqual({ ...expected, name: 'your organisation' });
    expect(problemsOf({ LOOKBACK_OIDC_CLIENT_ID: 'lookback' })).toEqual([
      'LOOKBACK_OIDC_ISSUER is needed where LOOKBACK_OIDC_CLIENT_ID is set',
      'LOOKBACK_OIDC_CLIENT_SECRET is needed where LOOKBACK_OIDC_CLIENT_ID is set',
    ]);
  });

  it.each([
    'http://login.example.com',
    'https://user@login.example.com',
    'https://login.example.com/?x=1',
    'login',
  ])('is not asked for at %s', (issuer) => {
    expect(problemsOf({ ...given, LOOKBACK_OIDC_ISSUER: issuer })[0]).toMatch(/^LOOKBACK_OIDC_ISSUER is/);
  });
});

it('trusted proxies are addresses and networks', () => {
  const read = (value: string) => readEnv({ LOOKBACK_TRUSTED_PROXIES: value }, noFiles).trustedProxies;
  expect(read('127.0.0.1, 10.0.0.0/8')).toEqual(['127.0.0.1', '10.0.0.0/8']);
  expect(problemsOf({ LOOKBACK_TRUSTED_PROXIES: 'proxy.example.com' })).toHaveLength(1);
});

describe('mail', () => {
  const given = {
    LOOKBACK_URL: 'https://lookback.example.com',
    LOOKBACK_SMTP_URL: 'smtp://lookback:p%40ss@smtp.example.com',
    LOOKBACK_MAIL_FROM: 'Lookback <lookback@example.com>',
  };
  const mail = (more = {}) => readEnv({ ...given, ...more }, noFiles).mail;

  it('is sent over port 587, encrypted before anything is said, and signs in', () => {
    expect(mail()).toEqual({
      host: 'smtp.example.com',
      port: 587,
      secure: false,
      mayBePlain: false,
      signIn: { user: 'lookback', password: 'p@ss' },
      from: { name: 'Lookback', address: 'lookback@example.com' },
    });
  });

  it('by smtps is encrypted from the first byte on, over port 465 or another', () => {
    expect(mail({ LOOKBACK_SMTP_URL: 'smtps://smtp.example.com' })).toMatchObject({
      port: 465,
      secure: true,
      signIn: null,
    });
    expect(mail({ LOOKBACK_SMTP_URL: 'smtps://smtp.example.com:2465' })?.port).toBe(2465);
  });

  it('may be plain to this machine, and elsewhere where that is allowed', () => {
    expect(mail({ LOOKBACK_SMTP_URL: 'smtp://127.0.0.1:1025' })?.mayBePlain).toBe(true);
    expect(mail({ LOOKBACK_SMTP_URL: 'smtp://relay.example.com:25' })?.mayBePlain).toBe(false);
    expect(mail({ LOOKBACK_SMTP_PLAIN: 'true' })?.mayBePlain).toBe(true);
  });

  it('needs who it comes from, and the address that its links lead to', () => {
    expect(problemsOf({ LOOKBACK_SMTP_URL: given.LOOKBACK_SMTP_URL })).toEqual([
      'LOOKBACK_MAIL_FROM is needed where LOOKBACK_SMTP_URL is set',
      'LOOKBACK_URL is needed where LOOKBACK_SMTP_URL is set',
    ]);
    expect(readEnv({ LOOKBACK_MAIL_FROM: given.LOOKBACK_MAIL_FROM }, noFiles).mail).toBeNull();
  });

  it.each([
    'smtp.example.com',
    'http://smtp.example.com',
    'smtp://user@smtp.example.com',
    'smtp://smtp.example.com/x?y',
    'smtp://u:%ff@smtp.example.com',
  ])('is not sent by %s, and no message repeats what may be a password', (url) => {
    const [problem] = problemsOf({ ...given, LOOKBACK_SMTP_URL: url });
    expect(problem).toBe('LOOKBACK_SMTP_URL is not an smtp or smtps address without a path');
  });

  it.each(['Lookback', 'Lookback <x>', 'a@b.example, c@d.example', 'A\r\nBcc: <a@b.example>'])(
    'does not come from %s',
    (from) => {
      expect(problemsOf({ ...given, LOOKBACK_MAIL_FROM: from })[0]).toMatch(/^LOOKBACK_MAIL_FROM is/);
    },
  );

  it('comes from an address alone, too', () => {
    expect(mail({ LOOKBACK_MAIL_FROM: 'x@y.example' })?.from).toEqual({ name: '', address: 'x@y.example' });
  });
});
