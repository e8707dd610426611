import { derivePath, type RankedLevel } from '../intake/derive-path.ts';

/** What becomes of cases when levels count otherwise. */
export interface PathEffect {
  /** Those whose path or level reached is another afterwards. */
  changed: number;
  escalated: { before: number; after: number };
  bounced: { before: number; after: number };
}

/**
 * Tells from the paths of cases, as they are counted now, what another way of counting their levels makes of them.
 * @param now what the level of a code counts as at present
 * @param then the same afterwards
 */
export function pathEffect(
  paths: readonly { levels: readonly number[]; incidents: number }[],
  now: (code: number) => RankedLevel,
  then: (code: number) => RankedLevel,
): PathEffect {
  const effect = { changed: 0, escalated: { before: 0, after: 0 }, bounced: { before: 0, after: 0 } };
  for (const { levels, incidents } of paths) {
    const before = derivePath(levels.map(now));
    const after = derivePath(levels.map(then));
    const isSame = before.levelReached === after.levelReached && before.levels.join() === after.levels.join();
    if (!isSame) effect.changed += incidents;
    if (before.escalated) effect.escalated.before += incidents;
    if (after.escalated) effect.escalated.after += incidents;
    if (before.bounced) effect.bounced.before += incidents;
    if (after.bounced) effect.bounced.after += incidents;
  }
  return effect;
}
