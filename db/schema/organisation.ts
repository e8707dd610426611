import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { channel } from './taxonomies.ts';

/** The one workspace of an installation. The CHECK keeps it one. */
export const workspace = pgTable('workspace', {
  id: smallint('id').primaryKey().default(1),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull(),
  country: text('country').notNull(),
  currency: text('currency').notNull(),
  settings: jsonb('settings').notNull().default(sql`'{}'::jsonb`),
  madeAt: instant('made_at').notNull(),
  /** Counts its changes, so that two people who change it at once find out. */
  version: integer('version').notNull().default(1),
});

export const site = pgTable(
  'site',
  {
    siteId: integer('site_id').primaryKey().generatedAlwaysAsIdentity(),
    name: text('name').notNull(),
  },
  (table) => [uniqueIndex('site_name_key').on(table.name)],
);

export const team = pgTable(
  'team',
  {
    teamId: integer('team_id').primaryKey().generatedAlwaysAsIdentity(),
    name: text('name').notNull(),
    siteId: integer('site_id').references(() => site.siteId),
    retired: boolean('retired').notNull().default(false),
  },
  (table) => [uniqueIndex('team_name_key').on(table.name)],
);

/**
 * By which a person who was erased is known again when a source still names them, so that they do not come back: a
 * keyed digest of what the source called them, under the secret of the installation.
 */
const erasedKey = () => text('erased_key');

export const agent = pgTable(
  'agent',
  {
    agentId: integer('agent_id').primaryKey().generatedAlwaysAsIdentity(),
    /** The name or number that the source uses. */
    reference: text('reference').notNull(),
    teamId: integer('team_id').references(() => team.teamId),
    left: boolean('has_left').notNull().default(false),
    erasedKey: erasedKey(),
  },
  (table) => [
    uniqueIndex('agent_reference_key').on(table.reference),
    uniqueIndex('agent_erased_key').on(table.erasedKey),
  ],
);

/** A customer, known by pseudonym only. */
export const customer = pgTable(
  'customer',
  {
    customerId: integer('customer_id').primaryKey().generatedAlwaysAsIdentity(),
    pseudonym: text('pseudonym').notNull(),
    erasedKey: erasedKey(),
  },
  (table) => [
    uniqueIndex('customer_pseudonym_key').on(table.pseudonym),
    uniqueIndex('customer_erased_key').on(table.erasedKey),
  ],
);

/** Who stands behind a pseudonym: the one place that holds it, and the one row that erasure deletes. */
export const customerIdentity = pgTable('customer_identity', {
  customerId: integer('customer_id')
    .primaryKey()
    .references(() => customer.customerId, { onDelete: 'cascade' }),
  reference: text('reference').notNull(),
});

/** Contacts handled per day, team and channel: what turns counts into rates. */
export const contactVolume = pgTable(
  'contact_volume',
  {
    day: date('day', { mode: 'string' }).notNull(),
    teamId: integer('team_id')
      .notNull()
      .references(() => team.teamId),
    channel: smallint('channel')
      .notNull()
      .references(() => channel.code),
    contacts: integer('contacts').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.teamId, table.channel] }),
    check('contact_volume_contacts_check', sql`${table.contacts} >= 0`),
  ],
);

/** Something that happened and may show in the figures: a release, a rush, a change of taxonomy. */
export const event = pgTable(
  'event',
  {
    eventId: integer('event_id').primaryKey().generatedAlwaysAsIdentity(),
    /** Its day, or the first of several. */
    day: date('day', { mode: 'string' }).notNull(),
    /** The last of several days; null where it is one. */
    lastDay: date('last_day', { mode: 'string' }),
    kind: text('kind').notNull(),
    label: text('label').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('event_day_idx').on(table.day),
    check('event_last_day_check', sql`${table.lastDay} > ${table.day}`),
  ],
);

/** The teams that an event concerns; one without any concerns all. */
export const eventTeam = pgTable(
  'event_team',
  {
    eventId: integer('event_id')
      .notNull()
      .references(() => event.eventId, { onDelete: 'cascade' }),
    teamId: integer('team_id')
      .notNull()
      .references(() => team.teamId),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.teamId] })],
);
