import { and, type SQL, sql } from 'drizzle-orm';
import { contactFilters, filtersOf, incidentFilters, type RecordGrain, viewOf } from '@/db/fact-columns.ts';
import { factContact, factIncident } from '@/db/facts/schema.ts';
import { placeOf } from '@/db/held-conditions.ts';
import { toDenominator } from '@/db/measure-conditions.ts';
import { packCounts } from '@/db/queries/sums/packed-counts.ts';
import { countAll, sumColumns } from '@/db/queries/sums/sum-columns.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { WATCHED } from '@/db/reports/watched.ts';
import { toWholeBuckets } from '@/db/reports/watched-sums.ts';
import { where, whereContacts, whereRecords } from '@/db/where.ts';
import { MEASURE_IDS, type MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

/**
 * Every measure by week, as a whole and by each watched dimension, and what they stand over: a row for each week and value
 * of a grain, which has its own figures. Null where filters ask for what steps or follow-ups do not carry, and of months.
 */
export function limitOfWatching(reading: Reading): SQL | null {
  const { viewer, asked, bucket } = toWholeBuckets(reading);
  const within = {
    incident: where(viewer, asked) ?? sql`true`,
    step: whereRecords(viewer, asked, filtersOf.step),
    follow_up: whereRecords(viewer, asked, filtersOf.follow_up),
  };
  if (bucket !== 'week' || within.step === null || within.follow_up === null) return null;
  const rows = [
    ofContacts(whereContacts(viewer, asked) ?? sql`true`),
    ofAgents(
      and(within.incident, toDenominator(ofGrain('agent_week')[0] ?? 'incidents', asked)) ?? sql`true`,
    ),
    ofRecords('incident', ofGrain('incident', 'contact', 'agent_week'), within.incident, reading),
    ofRecords('step', ofGrain('step', 'stay'), within.step ?? sql`true`, reading),
    ofRecords('follow_up', ofGrain('follow_up'), within.follow_up ?? sql`true`, reading),
  ];
  const width = Math.max(...rows.map(({ figures }) => figures.length));
  return sql.join(
    rows.map(({ figures, codes, from }) => {
      const padded = [...codes, ...figures, ...Array(width - figures.length).fill(sql`null`)];
      return sql`select ${sql.join(padded, sql`, `)} ${from}`;
    }),
    sql` union all `,
  );
}

/** What is selected of a grain: its pieces, what is counted of each, and where from. */
interface Grain {
  codes: SQL[];
  figures: SQL[];
  from: SQL;
}

function ofRecords(
  grain: Exclude<RecordGrain, 'stay'>,
  ids: readonly MeasureId[],
  within: SQL,
  { asked }: Reading,
): Grain {
  const wanted = ids.map((id) =>
    sumColumns(id, {
      asOf: { ...asked, within: asked.window },
      number: null,
      overContacts: undefined,
      withP90: false,
    }),
  );
  const counts = Object.assign({}, ...wanted.map((each) => each.counts));
  const packed = packCounts(counts, grain === 'incident' ? placeOf : undefined);
  const others: Record<string, SQL> = Object.assign({}, ...wanted.map((each) => each.figures));
  const { codes, sets } = byEach(filtersOf[grain]);
  return {
    codes,
    figures: [countAll, ...Object.values(packed.columns), ...Object.values(others)],
    from: sql`from ${viewOf[grain]} where ${within} group by ${sets()}`,
  };
}

/** Each week in which somebody had an incident once: whoever had two of a value in it is found once before it is counted. */
function ofAgents(within: SQL): Grain {
  const { codes, sets } = byEach(incidentFilters);
  const inner = sql`select ${sql.join(codes, sql`, `)}, ${factIncident.agent} from ${factIncident}
    where ${within} group by ${sets(sql`, ${factIncident.agent}`)}`;
  const outer = codes.map((_, place) => sql`agent_week.${sql.identifier(NAMES[place] ?? '')}`);
  const names = sql.join(
    [...NAMES, 'agent'].map((name) => sql.identifier(name)),
    sql`, `,
  );
  return {
    codes: outer,
    figures: [countAll],
    from: sql`from (${inner}) as agent_week(${names}) group by all`,
  };
}

function ofContacts(within: SQL): Grain {
  const { week, team, channel } = contactFilters;
  const codes = ['way', 'week', ...WATCHED].map((name) => {
    if (name === 'way') return sql`grouping(${team}, ${channel})`;
    if (name === 'week') return sql`${week}`;
    if (name === 'team') return sql`${team}`;
    return name === 'channel' ? sql`${channel}` : sql`null`;
  });
  return {
    codes,
    figures: [sql`cast(coalesce(sum(${factContact.contacts}), 0) as integer)`],
    from: sql`from ${factContact} where ${within} group by grouping sets ((${week}), (${week}, ${team}), (${week}, ${channel}))`,
  };
}

const NAMES = ['way', 'week', ...WATCHED];

function byEach(from: typeof incidentFilters) {
  const own = WATCHED.map((dimension) => sql`${from[dimension]}`);
  const codes = [sql`grouping(${sql.join(own, sql`, `)})`, sql`${from.week}`, ...own];
  const sets = (also = sql``) => {
    const each = own.map((column) => sql`(${from.week}, ${column}${also})`);
    return sql`grouping sets ((${from.week}${also}), ${sql.join(each, sql`, `)})`;
  };
  return { codes, sets };
}

function ofGrain(...grains: readonly string[]): MeasureId[] {
  return MEASURE_IDS.filter((id) => grains.includes(MEASURES[id].grain));
}
