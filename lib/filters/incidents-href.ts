import { narrow } from './edit-filters.ts';
import type { Narrowing } from './filters.ts';
import type { FrameModel } from './frame-model.ts';
import { toHref, toSearchParams } from './serialise-filters.ts';

/** The list of exactly the incidents behind a mark of a page. */
export function incidentsHref(
  { filters, windows }: Pick<FrameModel, 'filters' | 'windows'>,
  narrowing: Narrowing,
): string {
  return toHref('/incidents', toSearchParams(narrow(filters, narrowing, windows?.current)));
}
