import { randomInt } from 'node:crypto';
import type { BetterAuthOptions } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor as twoFactorPlugin } from 'better-auth/plugins/two-factor';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { account, rateLimit, session, twoFactor, user, verification } from '@/db/schema/accounts.ts';
import {
  ADDRESS_HEADER,
  codeCookieName,
  providerCookieName,
  sessionCookieName,
} from '@/lib/http/session-cookie.ts';
import { LONGEST_WAIT_SECONDS } from '@/lib/sign-in/back-off.ts';
import { PASSWORD_LENGTH } from '@/lib/sign-in/passwords.ts';
import { CODE_SECONDS, LONGEST_SECONDS } from '@/lib/sign-in/session-life.ts';

export type Auth = ReturnType<typeof makeAuth>;

interface AuthSettings {
  secret: string;
  https: boolean;
}

/**
 * better-auth for passwords and sessions. None of its own doors is open: everything goes through the functions of this
 * folder, which throttle, check the idle end and write the audit log.
 */
export function makeAuth(records: Records, settings: AuthSettings) {
  const base = authOptions(records, settings);
  return betterAuth({
    ...base,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.from,
      maxPasswordLength: PASSWORD_LENGTH.to,
    },
    plugins: [
      twoFactorPlugin({
        issuer: 'Lookback',
        twoFactorCookieMaxAge: CODE_SECONDS,
        accountLockout: { durationSeconds: LONGEST_WAIT_SECONDS },
        backupCodeOptions: { customBackupCodesGenerate: makeRecoveryCodes },
      }),
    ],
  });
}

/** What every way to sign in shares: the tables, the session and its cookie. */
export function authOptions(records: Records, { secret, https }: AuthSettings) {
  return {
    appName: 'Lookback',
    secret,
    // Only what leaves in links; nothing here does, and the library insists on one.
    baseURL: 'http://127.0.0.1',
    telemetry: { enabled: false },
    database: drizzleAdapter(records, {
      provider: 'pg',
      schema: { user, session, account, verification, rateLimit, twoFactor },
    }),
    user: {
      additionalFields: {
        roles: { type: 'string[]', required: true, input: false, defaultValue: () => [] },
        disabledAt: { type: 'date', required: false, input: false },
        leftAt: { type: 'date', required: false, input: false },
      },
    },
    session: {
      expiresIn: LONGEST_SECONDS,
      // Or each visit would move the absolute end.
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    rateLimit: { enabled: true, storage: 'database' },
    logger: { disabled: true },
    advanced: {
      // With true, the library puts "__Secure-" before the name.
      useSecureCookies: false,
      cookies: {
        session_token: { name: sessionCookieName(https) },
        two_factor: { name: codeCookieName(https) },
        oauth_state: { name: providerCookieName(https) },
      },
      defaultCookieAttributes: { secure: https, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: 'uuid' },
    },
    databaseHooks: {
      session: {
        create: { before: ({ userId }: { userId: string }) => refuseDisabled(records, userId) },
      },
    },
  } satisfies BetterAuthOptions;
}

/** Ten codes of 49 bits each, without letters that are taken for others. */
function makeRecoveryCodes(): string[] {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const letter = () => letters.charAt(randomInt(letters.length));
  const code = () => Array.from({ length: 10 }, (_, at) => (at === 5 ? `-${letter()}` : letter())).join('');
  return Array.from({ length: 10 }, code);
}

/** False keeps the session from being made, after the password was checked like anybody's. */
async function refuseDisabled(records: Records, userId: string): Promise<false | undefined> {
  const disabled = await records.$count(user, and(eq(user.id, userId), isNotNull(user.disabledAt)));
  return disabled > 0 ? false : undefined;
}
