import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { user } from './accounts.ts';
import { instant } from './columns.ts';

/** What somebody has entered in a form and not sent yet: their own, sealed, since nothing in it is redacted. */
export const formDraft = pgTable(
  'form_draft',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    form: text('form').notNull(),
    sealed: text('sealed').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.form] })],
);
