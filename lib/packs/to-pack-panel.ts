import type { MeasureCard, Panel, Picture, TwinTable } from '../charts/chart-model.ts';
import { MEASURES } from '../measures/measures.ts';
import type { PackPanel } from './pack.ts';

/** A panel as a pack keeps it: without links, which lead to figures as they are now. */
export function toPackPanel(id: string, name: string, panel: Panel<Picture>): PackPanel {
  const { headline, subtitle, definition, picture, empty, table } = panel;
  return { id, name, headline, subtitle, definition, picture, empty, table: withoutLinks(table) };
}

function withoutLinks({ columns, rows, total }: TwinTable): TwinTable {
  return {
    columns,
    rows: rows.map(({ cells, tooFew }) => ({ cells, open: null, ...(tooFew ? { tooFew } : {}) })),
    total,
  };
}

/** The cards of a page as one panel: a measure a row, with what it was counted from. */
export function toMeasuresPanel(name: string, cards: readonly MeasureCard[], periodWords: string): PackPanel {
  const changed = cards.filter(({ verdict }) => verdict.state !== 'common' && verdict.state !== 'few');
  const told = cards.map(({ label }) => label.toLowerCase()).join(', ');
  return {
    id: 'measures',
    name,
    headline:
      changed.length === 0 ? NO_CHANGE : `${changed.length} of ${cards.length} measures show a real change`,
    subtitle: `${told.charAt(0).toUpperCase()}${told.slice(1)}, ${periodWords}`,
    definition: {
      title: name,
      text: cards.map(({ label, definition }) => `${label}: ${definition.text}`).join('\n'),
      passage: 'counted',
    },
    picture: null,
    empty: null,
    table: {
      columns: [
        { id: 'measure', label: 'Measure', form: 'text' },
        { id: 'value', label: 'Value', form: 'text' },
        { id: 'numerator', label: 'Counted', form: formOf(cards.map(({ numerator }) => numerator)) },
        { id: 'denominator', label: 'Out of', form: formOf(cards.map(outOf)) },
        { id: 'incidents', label: 'Incidents', form: 'count' },
        { id: 'left_out', label: 'Left out', form: 'count' },
        { id: 'verdict', label: 'Verdict', form: 'text' },
        { id: 'comparison', label: 'Comparison', form: 'text' },
      ],
      rows: cards.map((card) => ({
        cells: [
          card.label,
          wordsOf(card),
          card.numerator,
          outOf(card),
          card.incidents,
          card.leftOut,
          card.verdict.words,
          card.comparison,
        ],
        open: null,
      })),
      total: null,
    },
  };
}

function wordsOf({ value, unit }: MeasureCard): string | null {
  return value === null ? null : `${value}\u00a0${unit.trim()}`.trim();
}

/** What is counted or summed up is no part of anything: "3,014 out of 3,014" would read as all of them. */
function outOf({ measure, denominator }: MeasureCard): number | null {
  return ['count', 'sum'].includes(MEASURES[measure].aggregate) ? null : denominator;
}

/** Whole numbers, unless scores or sums of money are among them. */
function formOf(figures: readonly (number | null)[]): 'count' | 'decimal' {
  return figures.every((figure) => figure === null || Number.isInteger(figure)) ? 'count' : 'decimal';
}

const NO_CHANGE = 'No measure shows a real change';
