import type { LinksOf } from '@/app/_ui/charts/mark-links.ts';
import { exclude, narrow, toggle, without } from '@/lib/filters/edit-filters.ts';
import type { Filters, Narrowing } from '@/lib/filters/filters.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';
import { incidentsHref } from '@/lib/filters/incidents-href.ts';
import { valuesOf } from '@/lib/filters/selections.ts';
import { toHref, toSearchParams } from '@/lib/filters/serialise-filters.ts';

/** Where the marks of a page lead: `path` is the page itself with what it keeps, the incidents have their own. */
export function linksOf(frame: FrameModel, path: string, kept = ''): LinksOf {
  const { filters } = frame;
  const here = (changed: Filters) => toHref(path, toSearchParams(changed), kept);
  // Made when they are asked for: a table of a thousand rows has one link each, a chart others.
  return (narrowing) => ({
    get toggle() {
      return here(toggleMark(filters, narrowing));
    },
    get exclude() {
      return excludeHref(filters, narrowing, here);
    },
    get open() {
      return incidentsHref(frame, narrowing);
    },
  });
}

/** One value joins or leaves its filter; the values of a cell are chosen alone, or let go when they are already. */
function toggleMark(filters: Filters, narrowing: Narrowing): Filters {
  const values = narrowing.selections ?? [];
  const [only] = values;
  if (values.length === 1 && only) return toggle(filters, only.dimension, only.value);
  const isChosen = values.length > 0 && values.every((mark) => isChosenAlone(filters, mark));
  if (isChosen) return values.reduce((left, { dimension }) => without(left, dimension, false), filters);
  return narrow(filters, narrowing);
}

function isChosenAlone(
  filters: Filters,
  { dimension, value }: NonNullable<Narrowing['selections']>[number],
): boolean {
  const chosen = valuesOf(filters, dimension);
  return chosen.length === 1 && chosen[0] === value;
}

/** Only a single value can be excluded: "neither this trigger nor this outcome" is more than a cell. */
function excludeHref(
  filters: Filters,
  { selections = [] }: Narrowing,
  here: (changed: Filters) => string,
): string | null {
  const [only] = selections;
  return selections.length === 1 && only ? here(exclude(filters, only.dimension, only.value)) : null;
}
