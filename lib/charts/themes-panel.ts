import type { ThemeExample } from '../analysis/themes/find-examples.ts';
import type { Theme, Themes } from '../analysis/themes/find-themes.ts';
import type { Narrowing } from '../filters/filters.ts';
import type { Panel, TwinTable } from './chart-model.ts';
import type { ChartContext } from './context.ts';
import { formatCount, formatCounted, formatDecimal, formatFraction, formatList } from './format.ts';
import { logAxis } from './log-axis.ts';
import { openIncidents } from './open-link.ts';
import type { WhiskerChart } from './whisker-model.ts';

/** What is known of the words of a selection. */
export interface AskedThemes extends Themes {
  /** Of what the selection is, within a sentence: "billing error", "these filters". */
  of: string;
  narrowing: Narrowing;
  /** Incidents in the selection and beside it. */
  incidents: { selected: number; rest: number };
  /** How many of them were looked at, and how many of those have a narrative. */
  sampled: { selected: number; rest: number };
  narratives: { selected: number; rest: number };
  /** At most so much of each side was looked at. */
  most: { incidents: number; characters: number };
}

/** The picture has figures alone: sentences of people stay beside it, and leave neither as table nor as file. */
export interface ThemesPanel extends Panel<WhiskerChart> {
  examples: readonly { phrase: string; examples: readonly ThemeExample[] }[];
}

const SHOWN = 10;

const DEFINITION =
  'Words, and two words that stand side by side, which the narratives of the selection hold more often than those of the other incidents of the same period and filters: weighted log-odds, both sides drawn half-way to what all narratives have. Shown from 1.96 standard errors and five narratives on, the surest first; of so many words tested some get there by chance. A narrative counts a word once. Not counted: stop words of English, numbers, tokens such as [PHONE-1] and masks. A word that nearly always stands in a phrase that is told is left to it. Names are not told from other words: they are taken out when a narrative is written. Both sides are samples that are the same every time.';

/** What the narratives of a selection speak of, against the rest. */
export function themesPanel(
  asked: AskedThemes,
  examples: ReadonlyMap<string, readonly ThemeExample[]>,
  { periodWords }: Pick<ChartContext, 'periodWords'>,
): ThemesPanel {
  const shown = asked.themes.slice(0, SHOWN);
  const empty = emptyWords(asked);
  return {
    id: 'themes',
    headline: headline(asked),
    subtitle: subtitle(asked, periodWords),
    definition: { title: 'Words that set narratives apart', text: DEFINITION, passage: 'words' },
    picture: empty ? null : toChart(shown, asked),
    empty,
    table: toTable(asked),
    open: openIncidents(asked.incidents.selected, asked.narrowing),
    examples: shown.flatMap(({ phrase }) => {
      const found = examples.get(phrase) ?? [];
      return found.length > 0 ? [{ phrase, examples: found }] : [];
    }),
  };
}

/** The phrases of which examples are shown. */
export function shownPhrases({ themes }: Themes): string[] {
  return themes.slice(0, SHOWN).map(({ phrase }) => phrase);
}

function headline({ themes, of, narratives }: AskedThemes): string {
  const first = themes.slice(0, 3).map(({ phrase }) => `“${phrase}”`);
  if (first.length > 0) return `Narratives of ${of} speak of ${formatList(first)} more than others do`;
  return narratives.selected === 0 || narratives.rest === 0
    ? `There are no narratives of ${of} to set against others`
    : `Narratives of ${of} use no word more than others do`;
}

function emptyWords({ themes, of, incidents, narratives, tested }: AskedThemes): string | null {
  if (themes.length > 0) return null;
  if (incidents.selected === 0) return 'No incidents in this selection.';
  if (narratives.selected === 0) return `None of the incidents of ${of} has a narrative.`;
  if (incidents.rest === 0)
    return 'There are no other incidents in this period. Choose a trigger above, or a filter, to see what sets it apart.';
  if (narratives.rest === 0) return 'None of the other incidents has a narrative.';
  return tested === 0
    ? `No word stands in five of the ${formatCounted(narratives.selected, 'narrative')}.`
    : `${formatCounted(tested, 'word or phrase', 'words and phrases')} tested, none stands out from chance.`;
}

function subtitle(asked: AskedThemes, periodWords: string): string {
  const { themes, of, sampled, narratives, incidents, tested, most } = asked;
  const without = sampled.selected + sampled.rest - narratives.selected - narratives.rest;
  const isSampled = incidents.selected > sampled.selected || incidents.rest > sampled.rest;
  const sample = isSampled
    ? ` From a fixed sample of at most ${formatCount(most.incidents)} incidents and ${formatCount(most.characters)} characters a side, of ${formatCount(incidents.selected)} and ${formatCount(incidents.rest)} incidents.`
    : '';
  const cut =
    themes.length > SHOWN ? ` ${SHOWN} of ${formatCount(themes.length)} shown, all in the table.` : '';
  return `Words and phrases in ${formatCounted(narratives.selected, 'narrative')} of ${of} against ${formatCount(narratives.rest)} others, ${periodWords}; ${formatFraction(without, sampled.selected + sampled.rest)} incidents have no narrative.${sample} Odds ratio with prior, 95\u00a0% interval, log scale; ${formatCount(tested)} tested.${cut} Redacted when written.`;
}

function toChart(shown: readonly Theme[], { narratives }: AskedThemes): WhiskerChart {
  const axis = logAxis(shown.flatMap(({ interval }) => [...interval]));
  return {
    kind: 'whiskers',
    rowLabel: 'Word or phrase',
    columns: [
      { label: `Of ${formatCount(narratives.selected)}`, wide: false },
      { label: `Of ${formatCount(narratives.rest)} others`, wide: true },
    ],
    axis: { ticks: axis.ticks, reference: axis.placeOf(0) },
    valueLabel: 'Odds ×',
    rows: shown.map(({ phrase, selected, rest, logOdds, interval }) => ({
      id: phrase,
      label: phrase,
      figures: [formatCount(selected), formatCount(rest)],
      at: axis.placeOf(logOdds),
      low: axis.placeOf(interval[0]),
      high: axis.placeOf(interval[1]),
      few: false,
      value: formatDecimal(Math.exp(logOdds), 1),
      open: null,
    })),
    total: null,
  };
}

function toTable({ themes, narratives }: AskedThemes): TwinTable {
  return {
    columns: [
      { id: 'phrase', label: 'Word or phrase', form: 'text' },
      { id: 'selected', label: `Narratives, of ${formatCount(narratives.selected)}`, form: 'count' },
      { id: 'rest', label: `Others, of ${formatCount(narratives.rest)}`, form: 'count' },
      { id: 'odds', label: 'Odds ratio', form: 'hundredths' },
      { id: 'low', label: '95\u00a0% from', form: 'hundredths' },
      { id: 'high', label: '95\u00a0% to', form: 'hundredths' },
      { id: 'z', label: 'z', form: 'hundredths' },
    ],
    rows: themes.map(({ phrase, selected, rest, logOdds, interval, z }) => ({
      cells: [phrase, selected, rest, Math.exp(logOdds), Math.exp(interval[0]), Math.exp(interval[1]), z],
      open: null,
    })),
    total: null,
  };
}
