import { readFileSync } from 'node:fs';
import { type MailSettings, toMail } from './env-mail.ts';
import { EXAMPLES, isLoopback, isOrigin, SETTING_NAMES, type SettingName, settings } from './env-settings.ts';

/** The settings of the program. Null is "not set"; paths are as given, relative to the working folder. */
export interface Env {
  port: number;
  host: string;
  /** The folder that holds the embedded database, the secret and the lock. */
  home: string;
  /** The public address as an origin, without a slash at its end. */
  url: string | null;
  allowHttp: boolean;
  secret: string | null;
  databaseUrl: string | null;
  /** For migrations and jobs where `databaseUrl` goes through a pooler. */
  databaseDirectUrl: string | null;
  /** The account that is made on the first start, without the set-up page. */
  firstAdmin: { email: string; password: string } | null;
  initApiKey: string | null;
  timeZone: string | null;
  country: string | null;
  /** Load the sample on the first start. */
  sample: boolean;
  /** Whether figures are read from a copy in memory or from the record itself. */
  facts: 'copy' | 'record';
  /** Addresses and networks whose word counts on where a request came from. */
  trustedProxies: readonly string[];
  /** The provider of identities for single sign-on. */
  oidc: OidcSettings | null;
  /** Null where Lookback sends no mail. */
  mail: MailSettings | null;
  /** The folder that schedules put reports into; null for `reports` in the home. */
  reportsFolder: string | null;
}

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people know it as. */
  name: string;
}

export interface EnvProblem {
  variable: string;
  message: string;
  example: string;
}

/** Everything that is wrong with the settings, all at once. */
export class InvalidEnv extends Error {
  override readonly name = 'InvalidEnv';
  readonly problems: readonly EnvProblem[];

  constructor(problems: readonly EnvProblem[]) {
    const lines = problems.map(
      (problem) => `  ${problem.variable} ${problem.message}. Example: ${problem.example}`,
    );
    super(['these settings cannot be used:', ...lines].join('\n'));
    this.problems = problems;
  }
}

/** Whether this process builds the program rather than running it; then there is no database to ask. */
export function isBuilding(): boolean {
  return process.env.NEXT_PHASE === 'phase-production-build';
}

let remembered: Env | undefined;

/** The settings of this process, read and checked once. Throws InvalidEnv. */
export function env(): Env {
  remembered ??= readEnv(process.env, (path) => readFileSync(path, 'utf8'));
  return remembered;
}

/**
 * Reads the settings from variables, each of which may stand in a file named by `NAME_FILE` instead.
 * An empty variable counts as not set. Throws InvalidEnv with every problem at once.
 */
export function readEnv(source: Record<string, string | undefined>, readFile: (path: string) => string): Env {
  const problems: EnvProblem[] = [];
  const report = (name: SettingName, message: string, variable: string = name) =>
    problems.push({ variable, message, example: `${name}=${EXAMPLES[name]}` });

  const raw = rawValues(source, readFile, report);
  const parsed = settings.safeParse(withoutMissing(raw));
  for (const issue of parsed.error?.issues ?? []) report(issue.path[0] as SettingName, issue.message);
  reportContradictions(raw, report);
  if (!parsed.success || problems.length > 0) throw new InvalidEnv(problems);
  return toEnv(parsed.data);
}

type Report = (name: SettingName, message: string, variable?: string) => void;
type Raw = Record<SettingName, string | null>;

function rawValues(
  source: Record<string, string | undefined>,
  readFile: (path: string) => string,
  report: Report,
): Raw {
  const entries = SETTING_NAMES.map((name) => [name, rawValue(name, source, readFile, report)] as const);
  return Object.fromEntries(entries) as Raw;
}

function rawValue(
  name: SettingName,
  source: Record<string, string | undefined>,
  readFile: (path: string) => string,
  report: Report,
): string | null {
  const value = source[name]?.trim() || null;
  const path = source[`${name}_FILE`]?.trim();
  if (!path) return value;
  if (value !== null) {
    report(name, `and ${name}_FILE are both set; keep one of them`);
    return null;
  }
  try {
    const content = readFile(path).trim();
    if (!content) report(name, `names ${path}, which is empty`, `${name}_FILE`);
    return content || null;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    report(name, `names ${path}, which cannot be read (${reason})`, `${name}_FILE`);
    return null;
  }
}

/** Settings with a default must be absent rather than null for it to apply. */
function withoutMissing(raw: Raw): Record<string, string | null | undefined> {
  const withDefault: SettingName[] = [
    'PORT',
    'HOST',
    'LOOKBACK_HOME',
    'LOOKBACK_ALLOW_HTTP',
    'LOOKBACK_SAMPLE',
    'LOOKBACK_FACTS',
    'LOOKBACK_SMTP_PLAIN',
  ];
  return { ...raw, ...Object.fromEntries(withDefault.map((name) => [name, raw[name] ?? undefined])) };
}

/** What is wrong between two settings; each by itself was looked at by the schema. */
function reportContradictions(raw: Raw, report: Report): void {
  const url = raw.LOOKBACK_URL;
  const allowHttp = settings.shape.LOOKBACK_ALLOW_HTTP.safeParse(raw.LOOKBACK_ALLOW_HTTP ?? undefined).data;
  if (url && isOrigin(url) && url.startsWith('http:') && !isLoopback(url) && !allowHttp) {
    report(
      'LOOKBACK_URL',
      'is plain http, over which passwords travel readable; use https or set LOOKBACK_ALLOW_HTTP=true',
    );
  }
  if (raw.DATABASE_DIRECT_URL && !raw.DATABASE_URL)
    report('DATABASE_URL', 'is needed where DATABASE_DIRECT_URL is set');
  if (raw.LOOKBACK_INIT_EMAIL && !raw.LOOKBACK_INIT_PASSWORD) {
    report('LOOKBACK_INIT_PASSWORD', 'is needed where LOOKBACK_INIT_EMAIL is set');
  }
  if (raw.LOOKBACK_INIT_PASSWORD && !raw.LOOKBACK_INIT_EMAIL) {
    report('LOOKBACK_INIT_EMAIL', 'is needed where LOOKBACK_INIT_PASSWORD is set');
  }
  const oidc = ['LOOKBACK_OIDC_ISSUER', 'LOOKBACK_OIDC_CLIENT_ID', 'LOOKBACK_OIDC_CLIENT_SECRET'] as const;
  const [given] = oidc.filter((name) => raw[name]);
  for (const name of oidc) if (given && !raw[name]) report(name, `is needed where ${given} is set`);
  if (!raw.LOOKBACK_SMTP_URL) return;
  // What a mail leads to is never what some request calls this program.
  for (const name of ['LOOKBACK_MAIL_FROM', 'LOOKBACK_URL'] as const)
    if (!raw[name]) report(name, 'is needed where LOOKBACK_SMTP_URL is set');
}

function toOidc(values: NonNullable<ReturnType<typeof settings.safeParse>['data']>): OidcSettings | null {
  const issuer = values.LOOKBACK_OIDC_ISSUER;
  const clientId = values.LOOKBACK_OIDC_CLIENT_ID;
  const clientSecret = values.LOOKBACK_OIDC_CLIENT_SECRET;
  if (!issuer || !clientId || !clientSecret) return null;
  return { issuer, clientId, clientSecret, name: values.LOOKBACK_OIDC_NAME ?? 'your organisation' };
}

function toEnv(values: NonNullable<ReturnType<typeof settings.safeParse>['data']>): Env {
  const email = values.LOOKBACK_INIT_EMAIL;
  const password = values.LOOKBACK_INIT_PASSWORD;
  return {
    port: values.PORT,
    host: values.HOST,
    home: values.LOOKBACK_HOME,
    url: values.LOOKBACK_URL,
    allowHttp: values.LOOKBACK_ALLOW_HTTP,
    secret: values.LOOKBACK_SECRET,
    databaseUrl: values.DATABASE_URL,
    databaseDirectUrl: values.DATABASE_DIRECT_URL,
    firstAdmin: email && password ? { email, password } : null,
    initApiKey: values.LOOKBACK_INIT_API_KEY,
    timeZone: values.LOOKBACK_TIME_ZONE,
    country: values.LOOKBACK_COUNTRY,
    sample: values.LOOKBACK_SAMPLE,
    facts: values.LOOKBACK_FACTS,
    trustedProxies: values.LOOKBACK_TRUSTED_PROXIES ?? [],
    oidc: toOidc(values),
    mail: toMail(values),
    reportsFolder: values.LOOKBACK_REPORTS_FOLDER,
  };
}
