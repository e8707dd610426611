import { boolean, date, foreignKey, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { MODULE_FORMS } from '../../lib/training/module-forms.ts';
import { instant } from './columns.ts';
import { agent, team } from './organisation.ts';
import { technique } from './taxonomies.ts';

/** Something that can be trained again and again: its form and which techniques it is for. */
export const trainingModule = pgTable('training_module', {
  trainingModuleId: integer('training_module_id').primaryKey().generatedAlwaysAsIdentity(),
  name: text('name').notNull(),
  form: text('form', { enum: MODULE_FORMS }).notNull(),
  /** What is practised, and how. */
  about: text('about').notNull().default(''),
  minutes: smallint('minutes'),
  /** Not offered for new sessions any more. */
  retired: boolean('retired').notNull().default(false),
  madeBy: text('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
  version: integer('version').notNull().default(1),
});

export const trainingModuleTechnique = pgTable(
  'training_module_technique',
  {
    trainingModuleId: integer('training_module_id').notNull(),
    technique: smallint('technique')
      .notNull()
      .references(() => technique.code),
  },
  (table) => [
    primaryKey({ columns: [table.trainingModuleId, table.technique] }),
    foreignKey({
      columns: [table.trainingModuleId],
      foreignColumns: [trainingModule.trainingModuleId],
      name: 'training_module_technique_module_fk',
    }).onDelete('cascade'),
  ],
);

/** A module held on a day: planned while that day is ahead. */
export const trainingSession = pgTable(
  'training_session',
  {
    trainingSessionId: integer('training_session_id').primaryKey().generatedAlwaysAsIdentity(),
    trainingModuleId: integer('training_module_id').notNull(),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    note: text('note'),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    foreignKey({
      columns: [table.trainingModuleId],
      foreignColumns: [trainingModule.trainingModuleId],
      name: 'training_session_module_fk',
    }),
  ],
);

/** The teams that a session is for. */
export const trainingSessionTeam = pgTable(
  'training_session_team',
  {
    trainingSessionId: integer('training_session_id').notNull(),
    teamId: integer('team_id')
      .notNull()
      .references(() => team.teamId),
  },
  (table) => [
    primaryKey({ columns: [table.trainingSessionId, table.teamId] }),
    foreignKey({
      columns: [table.trainingSessionId],
      foreignColumns: [trainingSession.trainingSessionId],
      name: 'training_session_team_session_fk',
    }).onDelete('cascade'),
  ],
);

/** The teams that its effect is compared with; everybody who was not trained where there are none. */
export const trainingComparedTeam = pgTable(
  'training_compared_team',
  {
    trainingSessionId: integer('training_session_id').notNull(),
    teamId: integer('team_id')
      .notNull()
      .references(() => team.teamId),
  },
  (table) => [
    primaryKey({ columns: [table.trainingSessionId, table.teamId] }),
    foreignKey({
      columns: [table.trainingSessionId],
      foreignColumns: [trainingSession.trainingSessionId],
      name: 'training_compared_team_session_fk',
    }).onDelete('cascade'),
  ],
);

/** What a session trains: the techniques of its module as they were when it was planned. */
export const trainingTechnique = pgTable(
  'training_technique',
  {
    trainingSessionId: integer('training_session_id')
      .notNull()
      .references(() => trainingSession.trainingSessionId, { onDelete: 'cascade' }),
    technique: smallint('technique')
      .notNull()
      .references(() => technique.code),
  },
  (table) => [primaryKey({ columns: [table.trainingSessionId, table.technique] })],
);

/** Who is asked to a session, and whether they came. */
export const trainingAttendance = pgTable(
  'training_attendance',
  {
    trainingSessionId: integer('training_session_id').notNull(),
    agentId: integer('agent_id')
      .notNull()
      .references(() => agent.agentId),
    /** Null while nobody has said. */
    attended: boolean('attended'),
  },
  (table) => [
    primaryKey({ columns: [table.trainingSessionId, table.agentId] }),
    foreignKey({
      columns: [table.trainingSessionId],
      foreignColumns: [trainingSession.trainingSessionId],
      name: 'training_attendance_session_fk',
    }).onDelete('cascade'),
  ],
);
