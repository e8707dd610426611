import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { user } from './accounts.ts';
import { instant } from './columns.ts';
import { team } from './organisation.ts';

/** The state of a page with a name: its own for whoever saved it, or shared with a team or with everybody. */
export const savedView = pgTable('saved_view', {
  savedViewId: integer('saved_view_id').primaryKey().generatedAlwaysAsIdentity(),
  name: text('name').notNull(),
  page: text('page').notNull(),
  /** The query of the page's address. */
  query: text('query').notNull(),
  ownerAccount: text('owner_account').notNull(),
  scope: text('scope').notNull(),
  teamId: integer('team_id').references(() => team.teamId),
  madeAt: instant('made_at').notNull(),
});

/** Which view of a page somebody looked at last, and whether it is what they see first when they sign in. */
export const viewChoice = pgTable(
  'view_choice',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    page: text('page').notNull(),
    savedViewId: integer('saved_view_id')
      .notNull()
      .references(() => savedView.savedViewId, { onDelete: 'cascade' }),
    isFirst: boolean('is_first').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.page] }),
    index('view_choice_view_idx').on(table.savedViewId),
  ],
);
