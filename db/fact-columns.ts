import { factIncident } from '@/db/facts/schema.ts';
import type { DimensionId } from '@/lib/filters/dimensions.ts';

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
  kind: factIncident.kind,
  source: factIncident.source,
  weekday: factIncident.weekday,
  hour: factIncident.occurredHour,
  import: factIncident.importRun,
} as const satisfies Record<DimensionId, unknown>;

/** The code of "hour not known" in filters; the figures hold null there, since 0 is midnight. */
export const UNKNOWN_HOUR = -1;
