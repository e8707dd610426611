import { sumMeasureBy } from '@/db/queries/measures.ts';
import { countEased, countEasedByLeap } from '@/db/queries/skills.ts';
import { listTechniques } from '@/db/queries/techniques.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { type EffectGridFindings, findEffects } from '@/lib/analysis/skills/effect-grid.ts';
import { findLeapEffect } from '@/lib/analysis/skills/leap-effect.ts';
import { easedEffect } from '@/lib/analysis/skills/technique-effects.ts';
import type { Panel } from '@/lib/charts/chart-model.ts';
import type { EffectGrid } from '@/lib/charts/skills/effect-model.ts';
import { effectsPanel } from '@/lib/charts/skills/effects-panel.ts';
import { leapPanel } from '@/lib/charts/skills/leap-panel.ts';
import { strataPanel } from '@/lib/charts/skills/strata-panel.ts';
import type { WhiskerChart } from '@/lib/charts/whisker-model.ts';
import { windowWords } from '@/lib/filters/day-words.ts';
import { valuesOf } from '@/lib/filters/selections.ts';
import type { SkillsState } from '@/lib/filters/skills-state.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';

/** So many triggers have a column. */
const COLUMNS = 6;

/** Technique by trigger: which go with more de-escalation. */
export async function askEffectsPanel(reading: Reading): Promise<Panel<EffectGrid>> {
  const { found, byTrigger } = await askEffects(reading);
  const sum = (of: (row: (typeof byTrigger)[number]) => number) =>
    byTrigger.reduce((all, row) => all + of(row), 0);
  return effectsPanel(found, {
    periodWords: windowWords(reading.windows.current),
    counted: sum(({ denominator }) => denominator),
    eased: sum(({ numerator }) => numerator),
    byTrigger: new Map(byTrigger.map(({ code, denominator }) => [code ?? UNKNOWN_CODE, denominator])),
  });
}

/** The layers behind the effect of one technique: of the one that is asked for, else of the most helpful. */
export async function askStrataPanel(reading: Reading, { skill }: SkillsState): Promise<Panel<WhiskerChart>> {
  const { found } = await askEffects(reading);
  const row = found.rows.find(({ technique }) => technique.id === skill) ?? found.rows[0];
  return strataPanel(row?.all ?? NONE, {
    technique: row?.technique ?? null,
    vocabularies: reading.vocabularies,
    periodWords: windowWords(reading.windows.current),
  });
}

const NONE = easedEffect([]);

/** De-escalation where LEAP was done in full and in order, and where it was not. */
export async function askLeapPanel({
  snapshot,
  viewer,
  asked,
  windows,
}: Reading): Promise<Panel<WhiskerChart>> {
  // A filter by technique says which rows are shown; LEAP is all of them.
  const selections = asked.selections.filter(
    ({ dimension, exclude }) => dimension !== 'technique' || exclude,
  );
  const rows = await countEasedByLeap(snapshot, viewer, { ...asked, selections });
  return leapPanel(findLeapEffect(rows), windowWords(windows.current));
}

interface Effects {
  found: EffectGridFindings;
  byTrigger: Awaited<ReturnType<typeof sumMeasureBy>>;
}

/** Asked once of each reading, for the grid and the layers of one of its rows. */
function askEffects(reading: Reading): Promise<Effects> {
  const known = answers.get(reading) ?? ask(reading);
  answers.set(reading, known);
  return known;
}

const answers = new WeakMap<Reading, Promise<Effects>>();

async function ask({ snapshot, viewer, asked, record, vocabularies, filters }: Reading): Promise<Effects> {
  const [rows, byTrigger, techniques] = await Promise.all([
    countEased(snapshot, viewer, asked),
    sumMeasureBy(snapshot, viewer, asked, 'de_escalation_rate', 'trigger'),
    listTechniques(record),
  ]);
  const chosen = valuesOf(filters, 'technique');
  const told = techniques.filter(({ id }) => chosen.length === 0 || chosen.includes(id));
  const commonest = [...byTrigger]
    .filter(({ code, denominator }) => code !== UNKNOWN_CODE && code !== null && denominator > 0)
    .sort((one, other) => other.denominator - one.denominator)
    .slice(0, COLUMNS)
    .flatMap(({ code }) => vocabularies.trigger.find((term) => term.code === code) ?? []);
  return { found: findEffects(rows, told, commonest), byTrigger };
}
