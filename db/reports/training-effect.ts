import { countHandledByDay, countHandlers } from '@/db/queries/handled.ts';
import { findPeopleOf } from '@/db/queries/session-people.ts';
import type { TeamRow } from '@/db/queries/teams.ts';
import type { SessionRow } from '@/db/queries/training-sessions.ts';
import { findWorkspaceSettings } from '@/db/queries/workspace-settings.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { type Asked, toAsked } from '@/db/where.ts';
import { hidesSmallCells } from '@/lib/access.ts';
import { type EffectSeries, effectSeries } from '@/lib/analysis/training/effect-series.ts';
import { type EffectWindows, effectWindows } from '@/lib/analysis/training/effect-windows.ts';
import { findEffect, type HandledDay, type TrainingEffect } from '@/lib/analysis/training/find-effect.ts';
import { withSelection } from '@/lib/filters/edit-filters.ts';
import type { Filters, Window } from '@/lib/filters/filters.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';

/** The effect of a session, with the filters of the incidents of either side. */
export interface AskedEffect {
  effect: TrainingEffect;
  /** Null for a viewer who may not see small groups, as the people of single weeks are. */
  series: EffectSeries | null;
}

/** Why there is nothing to tell of a session's effect. */
export type NoEffect = 'not_yet' | 'hidden';

/**
 * What became of the techniques of a session, among the people trained and beside them (everybody else where no team is
 * named); `not_yet` where there is no day
 * on one side of it, and `hidden` where a group is too small to be told to this viewer.
 */
export async function askEffect(
  reading: Reading,
  session: SessionRow,
  comparedTeams: readonly TeamRow[],
): Promise<AskedEffect | NoEffect> {
  const { coverage, today, viewer } = reading;
  const windows = effectWindows(session.heldOn, { today, coverage });
  if (!windows) return 'not_yet';
  const sides = await sidesOf(reading, session, comparedTeams);
  const isGuarded = hidesSmallCells(viewer);
  if (isGuarded && (await hasSmallGroup(reading, session, windows, sides))) return 'hidden';
  const whole = { from: windows.before.from, until: windows.after.until };
  const rows = await Promise.all(
    [sides.trained, sides.compared].map((side) => askSide(reading, session, side, whole)),
  );
  return {
    effect: findEffect(rows.flat(), windows),
    series: isGuarded ? null : effectSeries(rows.flat(), windows),
  };
}

interface Side {
  side: HandledDay['side'];
  ask: (window: Window) => Asked;
}

type Sides = Readonly<Record<HandledDay['side'], Side>>;

/** The techniques of a session, which all of its incidents have. */
export function techniquesOf({ techniques }: SessionRow): Filters {
  return {
    ...parseFilters(new URLSearchParams()),
    comparison: { kind: 'none' },
    selections: [{ dimension: 'technique', exclude: false, values: techniques.map(({ id }) => id) }],
  };
}

async function sidesOf(
  { record, viewer, vocabularies, asked }: Reading,
  session: SessionRow,
  comparedTeams: readonly TeamRow[],
): Promise<Sides> {
  const toSide = async (side: HandledDay['side']): Promise<Side> => {
    const people = { session: session.sessionId, side: side === 'trained' ? side : 'others' } as const;
    const teams = side === 'trained' ? [] : comparedTeams.map(({ teamId }) => String(teamId));
    const anything = { ...parseFilters(new URLSearchParams()), session: people };
    const filters = withSelection(anything, { dimension: 'team', exclude: false, values: teams });
    const known = await findPeopleOf(record, viewer, people);
    return { side, ask: (window) => toAsked(filters, vocabularies, window, asked, known) };
  };
  const [trained, compared] = await Promise.all([toSide('trained'), toSide('compared')]);
  return { trained, compared };
}

async function askSide(
  { snapshot, viewer }: Reading,
  { techniques }: SessionRow,
  { side, ask }: Side,
  window: Window,
): Promise<HandledDay[]> {
  const codes = techniques.map(({ code }) => code);
  const rows = await countHandledByDay(snapshot, viewer, ask(window), codes);
  return rows.map((row) => ({ ...row, side }));
}

async function hasSmallGroup(
  { record, snapshot, viewer }: Reading,
  { techniques }: SessionRow,
  windows: EffectWindows,
  sides: Sides,
): Promise<boolean> {
  const { minimumIncidents, minimumAgents } = await findWorkspaceSettings(record);
  const codes = techniques.map(({ code }) => code);
  const groups = await Promise.all(
    [sides.trained, sides.compared].flatMap(({ ask }) =>
      [windows.before, windows.after].map((window) => countHandlers(snapshot, viewer, ask(window), codes)),
    ),
  );
  return groups.some(({ incidents, agents }) => incidents < minimumIncidents || agents < minimumAgents);
}
