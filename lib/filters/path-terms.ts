import type { Term } from './vocabulary.ts';

/** An escalation path as it is stored: level codes in order, and their ids joined by `~`. */
export interface StoredPath {
  code: number;
  id: string;
  levels: readonly number[];
}

/**
 * The values that the filter by path can have. A path through a level that was merged counts as the one through its
 * target, where that came about.
 */
export function pathTerms(paths: readonly StoredPath[], levels: readonly Term[]): Term[] {
  const byCode = new Map(levels.map((level) => [level.code, level]));
  const ids = new Set(paths.map(({ id }) => id));
  return paths.map(({ code, id, levels: codes }) => {
    const through = codes.map((level) => byCode.get(level));
    const counted = through.map((level, place) => level?.mergedInto ?? level?.id ?? String(codes[place]));
    const into = counted.filter((level, place) => level !== counted[place - 1]).join('~');
    const words = through.map((level, place) => level?.label ?? `level ${codes[place]}`);
    return {
      code,
      id,
      label: code === 0 ? 'Path not known' : words.join(' › '),
      rank: code,
      ...(code !== 0 && into !== id && ids.has(into) ? { mergedInto: into } : {}),
    };
  });
}
