import type { Sql } from 'postgres';

/** Changes about so many incidents, spread over the record, with the marks that a command would write. */
export async function changeIncidents(sql: Sql, count: number, round: number): Promise<void> {
  await sql.begin((tx) =>
    tx.unsafe(
      `with step as (select greatest(1, count(*) / $1::integer)::integer as wide from incident),
      changed as (
        update incident set severity = 1 + (coalesce(severity, 0) + 1) % 5, version = version + 1
        from step where number % wide = $2::integer % wide
        returning incident_id)
      insert into fact_change select incident_id, pg_current_xact_id(), now() from changed`,
      [count, round],
    ),
  );
}
