import { ensureApiKey } from '@/db/accounts/api-keys.ts';
import { hasAccount, makeSetUpLink } from '@/db/accounts/set-up-link.ts';
import { CannotStart } from '@/db/cannot-start.ts';
import { loadFirstSample } from '@/db/commands/load-first-sample.ts';
import { setUpWorkspaceIn } from '@/db/commands/set-up-workspace.ts';
import type { OpenRecords } from '@/db/records.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Env } from '@/lib/env.ts';
import { publicAddress } from '@/lib/http/public-address.ts';
import { currencyOf } from '@/lib/workspace/countries.ts';
import { type SetUp, setUpForm } from '@/lib/workspace/set-up-form.ts';

type FirstRunSettings = Pick<
  Env,
  'url' | 'host' | 'port' | 'firstAdmin' | 'initApiKey' | 'timeZone' | 'country' | 'sample'
>;

const BY_SETTINGS: Viewer = { actor: 'settings', roles: ['admin'], teams: 'all' };

/**
 * Makes the key and the first account that the settings name, with the sample where they wish for it; or, where nobody
 * can sign in yet, a new one-time link.
 * @param sampleSize about so many incidents; its usual size
 * Answers with lines for the console. Throws CannotStart when the settings name an account that is refused.
 */
export async function prepareFirstRun(
  records: OpenRecords['records'],
  settings: FirstRunSettings,
  now: Date,
  sampleSize?: number,
): Promise<string[]> {
  if (settings.initApiKey) {
    await ensureApiKey(records, { key: settings.initApiKey, name: 'First key', madeBy: 'settings' }, now);
  }
  if (await hasAccount(records)) return [];
  if (settings.firstAdmin) {
    const lines = await setUpBySettings(records, settings, settings.firstAdmin, now);
    return settings.sample ? [...lines, await fillWithSample(records, now, sampleSize)] : lines;
  }
  const token = await makeSetUpLink(records, now);
  return [
    'Lookback has no account yet. Open this link within 24 hours to set it up; it works once:',
    `${publicAddress(settings)}/set-up?token=${token}`,
  ];
}

async function setUpBySettings(
  records: OpenRecords['records'],
  settings: FirstRunSettings,
  admin: { email: string; password: string },
  now: Date,
): Promise<string[]> {
  const country = settings.country ?? 'US';
  const form: SetUp = {
    ...admin,
    name: admin.email.split('@', 1).join(''),
    workspaceName: 'Lookback',
    timeZone: settings.timeZone ?? 'UTC',
    country,
    currency: currencyOf(country) ?? 'USD',
  };
  await setUpWorkspaceIn(records, parseForm(form), 'settings', now);
  const lines = [`The administrator ${form.email} was made by LOOKBACK_INIT_EMAIL.`];
  if (settings.timeZone && settings.country) return lines;
  return [
    ...lines,
    `The workspace has the time zone ${form.timeZone}, the country ${form.country} and the currency ${form.currency}; ` +
      'LOOKBACK_TIME_ZONE and LOOKBACK_COUNTRY choose others on a first start.',
  ];
}

async function fillWithSample(
  records: OpenRecords['records'],
  now: Date,
  size: number | undefined,
): Promise<string> {
  const loaded = await loadFirstSample(records, BY_SETTINGS, now, size);
  return loaded
    ? `The sample of ${loaded.incidents} incidents was loaded by LOOKBACK_SAMPLE.`
    : 'LOOKBACK_SAMPLE loaded nothing: there are incidents already, and the figures of both would mix.';
}

/** The same rules as on the set-up page, with the settings' own names. */
function parseForm(form: SetUp): SetUp {
  const parsed = setUpForm.safeParse(form);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `${SETTING[String(issue.path[0])]}: ${issue.message}`);
  throw new CannotStart(`The first account cannot be made. ${lines.join(' ')}`);
}

const SETTING: Record<string, string> = {
  email: 'LOOKBACK_INIT_EMAIL',
  name: 'LOOKBACK_INIT_EMAIL',
  password: 'LOOKBACK_INIT_PASSWORD',
  timeZone: 'LOOKBACK_TIME_ZONE',
  country: 'LOOKBACK_COUNTRY',
};
