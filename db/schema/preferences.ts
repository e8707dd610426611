import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { user } from './accounts.ts';

/** How somebody wants a part of the product to look: which columns a list has, how dense it is. */
export const preference = pgTable(
  'preference',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** What it is about: `incidents` for their list. */
    subject: text('subject').notNull(),
    chosen: jsonb('chosen').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.subject] })],
);
