import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';
import { action, seriesRebase, signalReview } from '@/db/schema/improvement.ts';
import { contactVolume } from '@/db/schema/organisation.ts';
import { keptPattern, patternFactor } from '@/db/schema/patterns.ts';
import { scenario, scenarioTechnique } from '@/db/schema/scenarios.ts';
import { trainingModule, trainingModuleTechnique } from '@/db/schema/training.ts';
import { savedView } from '@/db/schema/views.ts';
import { whereHousekeeping } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import { seriesOf } from '@/lib/analysis/signal-key.ts';
import { DIMENSIONS } from '@/lib/filters/dimensions.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import type { EditableSet } from '@/lib/taxonomy/editable-sets.ts';
import { isOneOf, namesOneOf } from '@/lib/taxonomy/series-breaks.ts';
import type { PointerKind } from '@/lib/taxonomy/term-pointers.ts';

/** Something that names a value, by what people call it; where that is nobody else's business, without a name. */
export interface PointerRow {
  kind: PointerKind;
  name: string | null;
}

/** A value by its id in filters and by its code in rows. */
interface Pointed {
  set: EditableSet;
  id: string;
  code: number;
}

/** What people have made that names a value: kept filters, decisions about charts, trainings, contacts. */
export async function listPointers(
  records: Records,
  viewer: Viewer,
  pointed: Pointed,
): Promise<PointerRow[]> {
  const mine = whereHousekeeping(viewer);
  const [kept, actions, views, rebases, reviews, others] = await Promise.all([
    records
      .select({ name: keptPattern.name, filter: keptPattern.filter })
      .from(keptPattern)
      .where(and(mine, mentions(keptPattern.filter, pointed)))
      .orderBy(keptPattern.keptPatternId),
    records
      .select({ name: action.title, filter: action.filter })
      .from(action)
      .where(and(mine, mentions(action.filter, pointed)))
      .orderBy(action.actionId),
    records
      .select({ filter: savedView.query })
      .from(savedView)
      .where(and(mine, mentions(savedView.query, pointed))),
    records
      .select({ filter: seriesRebase.scope })
      .from(seriesRebase)
      .where(and(mine, isNull(seriesRebase.undoneAt), mentions(seriesRebase.scope, pointed))),
    records
      .select({ filter: signalReview.scope, key: signalReview.key })
      .from(signalReview)
      .where(and(mine, isNull(signalReview.undoneAt))),
    listByCode(records, mine, pointed),
  ]);
  const named = ({ filter }: { filter: string }) => isNamed(filter, pointed);
  const rows = (kind: PointerKind, found: readonly { filter: string; name?: string }[]) =>
    found.filter(named).map(({ name = null }) => ({ kind, name }));
  return [
    ...rows('kept_pattern', kept),
    ...rows('action', actions),
    ...rows('saved_view', views),
    ...rows('rebase', rebases),
    ...reviews.filter((one) => named(one) || isOfSeries(one.key, pointed)).map(toReview),
    ...others,
  ];
}

const toReview = (): PointerRow => ({ kind: 'signal_review', name: null });

/** Texts that may name it: whether they do is told by reading them. */
function mentions(column: AnyPgColumn, { id }: Pointed): SQL {
  return sql`strpos(${column}, ${id}) > 0`;
}

function isNamed(filter: string, { set, id }: Pointed): boolean {
  return namesOneOf(parseFilters(new URLSearchParams(filter)).selections, set, [id]);
}

function isOfSeries(key: string, { set, id }: Pointed): boolean {
  const [, name, value] = seriesOf(key).split(':');
  const dimension = DIMENSIONS.find((each) => each.id === name);
  return dimension !== undefined && value !== undefined && isOneOf(dimension.id, value, set, [id]);
}

async function listTrainings(
  records: Records,
  mine: SQL | undefined,
  technique: number,
): Promise<PointerRow[]> {
  const [modules, scenarios] = await Promise.all([
    records
      .select({ name: trainingModule.name })
      .from(trainingModule)
      .innerJoin(
        trainingModuleTechnique,
        eq(trainingModuleTechnique.trainingModuleId, trainingModule.trainingModuleId),
      )
      .where(and(mine, eq(trainingModuleTechnique.technique, technique)))
      .orderBy(trainingModule.trainingModuleId),
    records
      .select({ name: scenario.title })
      .from(scenario)
      .innerJoin(scenarioTechnique, eq(scenarioTechnique.scenarioId, scenario.scenarioId))
      .where(and(mine, eq(scenarioTechnique.technique, technique)))
      .orderBy(scenario.scenarioId),
  ]);
  return [
    ...modules.map(({ name }) => ({ kind: 'training' as const, name })),
    ...scenarios.map(({ name }) => ({ kind: 'scenario' as const, name })),
  ];
}

async function listByCode(
  records: Records,
  mine: SQL | undefined,
  { set, code }: Pointed,
): Promise<PointerRow[]> {
  switch (set) {
    case 'technique':
      return listTrainings(records, mine, code);
    case 'trigger': {
      const cards = await records
        .select({ name: scenario.title })
        .from(scenario)
        .where(and(mine, eq(scenario.trigger, code)))
        .orderBy(scenario.scenarioId);
      return cards.map(({ name }) => ({ kind: 'scenario', name }));
    }
    case 'channel': {
      const days = await records
        .selectDistinct({ day: contactVolume.day })
        .from(contactVolume)
        .where(and(mine, eq(contactVolume.channel, code)));
      return days.map(() => ({ kind: 'contact_day', name: null }));
    }
    case 'root_cause': {
      const factors = await records
        .select({ factorId: patternFactor.patternFactorId })
        .from(patternFactor)
        .where(and(mine, eq(patternFactor.rootCause, code)));
      return factors.map(() => ({ kind: 'fishbone_entry', name: null }));
    }
    default:
      return [];
  }
}
