import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { agent, team } from './organisation.ts';

/** Somebody who can sign in. better-auth reads and writes this, sessions, accounts and verifications; their keys are its names. */
export const user = pgTable(
  'user',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    name: text('name').notNull(),
    /** In lower case. */
    email: text('email').notNull(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Ids of `ROLES`; an unknown one gives no right. */
    roles: text('roles').array().notNull(),
    disabledAt: instant('disabled_at'),
    /** Somebody who has left: name and address are gone, what they did keeps its id. */
    leftAt: instant('left_at'),
    lastSignInAt: instant('last_sign_in_at'),
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  },
  (table) => [uniqueIndex('user_email_key').on(table.email)],
);

/** The teams that managers and trainers are bound to. */
export const accountTeam = pgTable(
  'account_team',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    teamId: integer('team_id')
      .notNull()
      .references(() => team.teamId, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.teamId] }),
    index('account_team_team_idx').on(table.teamId),
  ],
);

/** Which agents of the record somebody is; two sources may name one person differently. */
export const accountAgent = pgTable(
  'account_agent',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    agentId: integer('agent_id')
      .notNull()
      .references(() => agent.agentId, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.agentId] }),
    index('account_agent_agent_idx').on(table.agentId),
  ],
);

export const session = pgTable(
  'session',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    token: text('token').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    /** When it was last seen, to the minute: what the idle end is counted from. */
    updatedAt: instant('updated_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
  },
  (table) => [uniqueIndex('session_token_key').on(table.token), index('session_user_idx').on(table.userId)],
);

/** How somebody proves who they are: a password now, a provider of identities later. */
export const account = pgTable(
  'account',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    /** The scrypt hash. */
    password: text('password'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('account_provider_key').on(table.providerId, table.accountId),
    index('account_user_idx').on(table.userId),
  ],
);

export const verification = pgTable(
  'verification',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('verification_identifier_idx').on(table.identifier)],
);

/** The second factor of an account: secret and recovery codes are encrypted with the secret of the installation. */
export const twoFactor = pgTable(
  'two_factor',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    /** Whether a code of the app has been given once. */
    verified: boolean('verified').notNull().default(false),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: instant('locked_until'),
    /** The hash of the code that was taken last, and when, so that it is taken once. */
    usedCode: text('used_code'),
    usedAt: instant('used_at'),
  },
  (table) => [uniqueIndex('two_factor_user_key').on(table.userId)],
);

/** The limiter of better-auth's own doors. */
export const rateLimit = pgTable(
  'rate_limit',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    key: text('key').notNull(),
    count: integer('count').notNull(),
    lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
  },
  (table) => [uniqueIndex('rate_limit_key_key').on(table.key)],
);

/**
 * What is counted of one account, key or address: failed sign-ins, or requests of a quota. The key is a hash, so that
 * mistyped addresses are not kept.
 */
export const signInThrottle = pgTable('sign_in_throttle', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  lastFailedAt: instant('last_failed_at').notNull(),
  waitUntil: instant('wait_until').notNull(),
});

/** The one-time link of the first run, by the hash of its token. */
export const setUpLink = pgTable('set_up_link', {
  tokenHash: text('token_hash').primaryKey(),
  madeAt: instant('made_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

/** A one-time link by which somebody chooses a password, by the hash of its token. */
export const accountLink = pgTable(
  'account_link',
  {
    tokenHash: text('token_hash').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** One of `LINK_PURPOSES`. */
    purpose: text('purpose').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [index('account_link_user_idx').on(table.userId)],
);

/** A key for the API, by its hash. The key itself is shown once and kept nowhere. */
export const apiKey = pgTable(
  'api_key',
  {
    apiKeyId: integer('api_key_id').primaryKey().generatedAlwaysAsIdentity(),
    name: text('name').notNull(),
    hash: text('hash').notNull(),
    /** Ids of `KEY_SCOPES`; an unknown one gives no right. */
    scopes: text('scopes').array().notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    /** Null where it is valid until it is revoked. */
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [uniqueIndex('api_key_hash_key').on(table.hash)],
);
