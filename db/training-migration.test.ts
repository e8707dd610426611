import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { scratchFolder } from '@/db/testing/scratch-home.ts';
import { emptyDatabase } from '@/db/testing/test-database.ts';
import { migrate } from './migrate.ts';

const MIGRATIONS = join(import.meta.dirname, 'migrations');

test('a session that was there before modules were keeps its techniques, its team and its people', async () => {
  const database = await emptyDatabase();
  const before = scratchFolder();
  cpSync(MIGRATIONS, before, { recursive: true });
  const path = join(before, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8'));
  const isModules = ({ tag }: { tag: string }) => tag.endsWith('_training-scenarios-lessons');
  const old = journal.entries.slice(0, journal.entries.findIndex(isModules));
  writeFileSync(path, JSON.stringify({ ...journal, entries: old }));
  await migrate(database, before);
  const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  onTestFinished(() => sql.end());
  await sql`insert into team (name) values ('Orders')`;
  await sql`insert into agent (reference, team_id) values ('Ana', 1)`;
  await sql`insert into technique (code, id, label, rank) values (4, 'active_listening', 'Active listening', 4)`;
  await sql`insert into training_session (title, form, held_on, team_id)
    values ('Listening first', 'role-play', '2026-01-05', 1), ('Listening first', 'role-play', '2026-02-05', 1)`;
  await sql`insert into training_technique values (1, 4), (2, 4)`;
  await sql`insert into training_attendance values (1, 1, true)`;

  await migrate(database, MIGRATIONS);
  expect(
    await sql`select m.name, m.form, s.held_on::text as day, s.made_by, st.team_id, mt.technique, a.attended
      from training_session s join training_module m using (training_module_id)
      join training_module_technique mt using (training_module_id)
      join training_session_team st using (training_session_id)
      left join training_attendance a using (training_session_id) order by s.held_on`,
  ).toEqual([
    {
      name: 'Listening first',
      form: 'role_play',
      day: '2026-01-05',
      made_by: 'sample',
      team_id: 1,
      technique: 4,
      attended: true,
    },
    expect.objectContaining({ day: '2026-02-05', attended: null }),
  ]);
  expect(await sql`select count(*)::int as modules from training_module`).toEqual([{ modules: 1 }]);
});
