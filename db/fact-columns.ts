import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { factContact, factFollowUp, factIncident, factStep, factTechnique } from '@/db/facts/schema.ts';
import type { DimensionId, OneValued } from '@/lib/filters/dimensions.ts';
import type { MeasureColumn } from '@/lib/measures/condition.ts';
import type { Grain } from '@/lib/measures/grain.ts';

/** The column of the facts that holds the code of each dimension. */
export const columnOf = {
  trigger: factIncident.trigger,
  outcome: factIncident.outcome,
  level: factIncident.levelReached,
  path: factIncident.path,
  channel: factIncident.channel,
  team: factIncident.team,
  site: factIncident.site,
  product: factIncident.product,
  stage: factIncident.journeyStage,
  state: factIncident.customerState,
  cause: factIncident.rootCause,
  kind: factIncident.kind,
  source: factIncident.source,
  weekday: factIncident.weekday,
  hour: factIncident.occurredHour,
  band: factIncident.hourBand,
  import: factIncident.importRun,
} as const satisfies Record<OneValued, unknown>;

/** The code of "hour not known" in filters; the figures hold null there, since 0 is midnight. */
export const UNKNOWN_HOUR = -1;

/** What filters can be applied to: the day, and the dimensions that are there; techniques by the number of the incident. */
export interface FilterColumns extends Partial<Record<DimensionId, AnyPgColumn>> {
  occurredOn: AnyPgColumn;
  weekday: AnyPgColumn;
  team: AnyPgColumn;
  /** Where it is known whose the records are. */
  agent?: AnyPgColumn;
}

/** What records can be cut by: the week besides. */
export interface CutColumns extends FilterColumns {
  /** Counted as `fact_incident` counts it. */
  week: AnyPgColumn;
}

export const incidentFilters: CutColumns = {
  ...columnOf,
  technique: factIncident.number,
  occurredOn: factIncident.occurredOn,
  week: factIncident.week,
  agent: factIncident.agent,
};

/** Records that belong to incidents carry of theirs what most filters ask for. */
export const filtersOf: Record<RecordGrain, CutColumns> = {
  incident: incidentFilters,
  step: recordFilters(factStep),
  stay: recordFilters(factStep),
  follow_up: recordFilters(factFollowUp),
};

/** An observation carries what most filters ask for, whose it is too. */
export const techniqueFilters: FilterColumns = {
  ...toFilters(factTechnique),
  state: factTechnique.customerState,
  agent: factTechnique.agent,
};

/** What is known of contacts: they have no incident, so no trigger either. */
export const contactFilters: CutColumns = {
  occurredOn: factContact.occurredOn,
  weekday: factContact.weekday,
  week: factContact.week,
  team: factContact.team,
  channel: factContact.channel,
};

/** The grains whose records are rows of a view. */
export type RecordGrain = Exclude<Grain, 'contact' | 'agent_week'>;

/** What conditions of measures can be held against: the records of a grain, and observations of techniques. */
export type Counted = Grain | 'observation';

/** The view whose rows are records of a grain. Rates are counted from incidents. */
export const viewOf = {
  incident: factIncident,
  contact: factIncident,
  agent_week: factIncident,
  step: factStep,
  stay: factStep,
  follow_up: factFollowUp,
  observation: factTechnique,
} as const satisfies Record<Counted, unknown>;

/** The column of a measure. Throws where the records of its grain do not have it: a definition is wrong then. */
export function columnIn(grain: Counted, column: MeasureColumn): AnyPgColumn {
  const columns: Partial<Record<MeasureColumn, AnyPgColumn>> = viewOf[grain];
  const found = columns[column];
  if (!found) throw new RangeError(`the records of ${grain} have no ${column}`);
  return found;
}

function recordFilters(view: typeof factStep | typeof factFollowUp): CutColumns {
  const { week, kind, product, outcome, site, agent, path, levelReached } = view;
  return { ...toFilters(view), week, kind, product, outcome, site, agent, path, level: levelReached };
}

function toFilters({
  occurredOn,
  weekday,
  trigger,
  team,
  channel,
  number,
}: typeof factStep | typeof factFollowUp | typeof factTechnique): FilterColumns {
  return { occurredOn, weekday, trigger, team, channel, technique: number };
}
