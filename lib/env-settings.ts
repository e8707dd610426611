import { z } from 'zod';
import { mailShape } from './env-mail.ts';
import { isNetwork } from './http/ip-network.ts';

/** Every setting with one value that would be accepted. `.env.example` documents the same names. */
export const EXAMPLES = {
  PORT: '3000',
  HOST: '127.0.0.1',
  LOOKBACK_HOME: '/var/lib/lookback',
  LOOKBACK_URL: 'https://lookback.example.com',
  LOOKBACK_ALLOW_HTTP: 'true',
  LOOKBACK_SECRET: '(what `openssl rand -base64 32` prints)',
  DATABASE_URL: 'postgres://lookback:PASSWORD@db.example.com:5432/lookback',
  DATABASE_DIRECT_URL: 'postgres://lookback:PASSWORD@db.example.com:5432/lookback',
  LOOKBACK_INIT_EMAIL: 'admin@example.com',
  LOOKBACK_INIT_PASSWORD: '(12 to 128 characters)',
  LOOKBACK_INIT_API_KEY: '(what `openssl rand -base64 32` prints)',
  LOOKBACK_TIME_ZONE: 'Europe/Berlin',
  LOOKBACK_COUNTRY: 'DE',
  LOOKBACK_SAMPLE: 'true',
  LOOKBACK_FACTS: 'record',
  LOOKBACK_TRUSTED_PROXIES: '10.0.0.0/8, 127.0.0.1',
  LOOKBACK_OIDC_ISSUER: 'https://login.example.com/realms/staff',
  LOOKBACK_OIDC_CLIENT_ID: 'lookback',
  LOOKBACK_OIDC_CLIENT_SECRET: '(what the provider gave)',
  LOOKBACK_OIDC_NAME: 'Example Energy',
  LOOKBACK_SMTP_URL: 'smtp://lookback:PASSWORD@smtp.example.com:587',
  LOOKBACK_SMTP_PLAIN: 'false',
  LOOKBACK_MAIL_FROM: 'Lookback <lookback@example.com>',
  LOOKBACK_REPORTS_FOLDER: '/srv/reports',
} as const;

export type SettingName = keyof typeof EXAMPLES;

export const SETTING_NAMES = Object.keys(EXAMPLES) as SettingName[];

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/[^\s/]+(\/\S*)?$/, 'is not an address of a PostgreSQL database')
  .nullable();

/** What each setting must look like. Messages complete the sentence "NAME …" and never repeat a value that may be secret. */
export const settings = z.object({
  PORT: z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535, {
      error: (issue) => `is "${issue.input}", not a port between 1 and 65535`,
    })
    .transform(Number)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, {
      error: (issue) => `is "${issue.input}", not a host name or an address to listen on`,
    })
    .default('127.0.0.1'),
  LOOKBACK_HOME: z.string().default('.lookback'),
  LOOKBACK_URL: z
    .string()
    .refine(isOrigin, {
      error: (issue) => `is "${issue.input}", not an http or https address without a path`,
    })
    .transform((value) => new URL(value).origin)
    .nullable(),
  LOOKBACK_ALLOW_HTTP: z
    .stringbool({ error: (issue) => `is "${issue.input}", neither true nor false` })
    .default(false),
  LOOKBACK_SECRET: z
    .string()
    .min(32, { error: 'is shorter than 32 characters', abort: true })
    .refine((value) => !isPlaceholder(value), 'is a placeholder or too regular to be a secret')
    .nullable(),
  DATABASE_URL: databaseUrl,
  DATABASE_DIRECT_URL: databaseUrl,
  LOOKBACK_INIT_EMAIL: z.email('is not an e-mail address').nullable(),
  LOOKBACK_INIT_PASSWORD: z
    .string()
    .min(12, 'is shorter than 12 characters')
    .max(128, 'is longer than 128 characters')
    .nullable(),
  LOOKBACK_INIT_API_KEY: z
    .string()
    .min(32, { error: 'is shorter than 32 characters', abort: true })
    .refine((value) => !isPlaceholder(value), 'is a placeholder or too regular to be a key')
    .nullable(),
  LOOKBACK_TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: (issue) => `is "${issue.input}", not a time zone of the IANA list` })
    .nullable(),
  LOOKBACK_COUNTRY: z
    .string()
    .refine(isCountry, { error: (issue) => `is "${issue.input}", not a two-letter country code of ISO 3166` })
    .transform((value) => value.toUpperCase())
    .nullable(),
  LOOKBACK_SAMPLE: z
    .stringbool({ error: (issue) => `is "${issue.input}", neither true nor false` })
    .default(false),
  LOOKBACK_FACTS: z
    .enum(['copy', 'record'], { error: (issue) => `is "${issue.input}", neither copy nor record` })
    .default('copy'),
  LOOKBACK_TRUSTED_PROXIES: z
    .string()
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine(
      (parts) => parts.every(isNetwork),
      'names something that is no address or network, such as 10.0.0.0/8',
    )
    .nullable(),
  LOOKBACK_OIDC_ISSUER: z
    .string()
    .refine(isIssuer, {
      error: (issue) =>
        `is "${issue.input}", not an https address without a query, as the provider names itself`,
    })
    .nullable(),
  LOOKBACK_OIDC_CLIENT_ID: z.string().nullable(),
  LOOKBACK_OIDC_CLIENT_SECRET: z.string().nullable(),
  LOOKBACK_OIDC_NAME: z.string().max(60, 'is longer than 60 characters').nullable(),
  ...mailShape,
  LOOKBACK_REPORTS_FOLDER: z.string().nullable(),
});

/** Whether a browser treats plain HTTP to this address as safe, since it never leaves the machine. */
export function isLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

export function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname, search, hash, username } = new URL(value);
  return ['http:', 'https:'].includes(protocol) && pathname === '/' && !search && !hash && !username;
}

/** Plain http only to this machine itself: identities must not be asked for over a network that others can read. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, search, hash, username } = new URL(value);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(value));
  return isSafe && !search && !hash && !username;
}

function isPlaceholder(value: string): boolean {
  return (
    /change.?(me|this)|replace.?me|placeholder|example|your.?(secret|key)|secret|password/i.test(value) ||
    new Set(value).size < 10
  );
}

function isTimeZone(value: string): boolean {
  if (!/^[A-Za-z]/.test(value)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}

function isCountry(value: string): boolean {
  if (!/^[A-Za-z]{2}$/.test(value) || /^zz$/i.test(value)) return false;
  return (
    new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(value.toUpperCase()) !== undefined
  );
}
