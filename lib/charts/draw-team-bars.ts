import { formatPercent, formatShare } from './format.ts';
import { look, type Mark, type Theme, textLook } from './looks.ts';
import { element, escapeText, rounded, title } from './svg.ts';
import type { TeamBars } from './team-bars-model.ts';
import { fitText, wrapText } from './text-fit.ts';

const ROW = 24;
const HEAD = 48;
const GAP = 16;
const LABEL = 158;
const LEAST = 92;
const FIGURE = 34;

/** The height that so many teams need side by side in this width. */
export function teamBarsHeight(chart: TeamBars, width: number): number {
  const { bands } = bandsOf(chart, width);
  return bands.length * (HEAD + chart.rows.length * ROW) + (bands.length - 1) * GAP;
}

/** The teams in as many rows of pictures as they need. */
function bandsOf({ teams }: TeamBars, width: number) {
  const label = Math.min(LABEL, width * 0.4);
  const across = Math.max(1, Math.floor((width - label) / LEAST));
  const rows = Math.ceil(teams.length / across);
  const each = Math.ceil(teams.length / Math.max(1, rows));
  const bands = Array.from({ length: rows }, (_, row) => teams.slice(row * each, (row + 1) * each));
  return { label, bands, pitch: (width - label) / Math.max(1, each) };
}

/** Bars of each team as the inside of an SVG of this width. */
export function drawTeamBars(chart: TeamBars, width: number, theme: Theme): string {
  const { label, bands, pitch } = bandsOf(chart, width);
  return bands
    .map((teams, band) => {
      const top = band * (HEAD + chart.rows.length * ROW + GAP);
      const names = chart.rows.map((row, index) =>
        text(0, top + HEAD + index * ROW + 16, fitText(row.label, label - 8, 13), theme, 't-ink', 't-13'),
      );
      const pictures = teams.map((team, index) =>
        drawTeam(team, chart, { x: label + index * pitch, top, width: pitch - 12 }, theme),
      );
      return [...names, ...pictures].join('');
    })
    .join('');
}

function drawTeam(
  team: TeamBars['teams'][number],
  { rows, most }: TeamBars,
  at: { x: number; top: number; width: number },
  theme: Theme,
): string {
  const room = at.width - FIGURE;
  const toX = (share: number) => at.x + (share / most) * room;
  const heads = wrapText(team.label, at.width, 12, 2).map((line, index) =>
    text(at.x, at.top + 11 + index * 14, line, theme, 't-strong'),
  );
  const total = text(at.x, at.top + 40, team.figure, theme);
  if (!team.bars) return [...heads, total, text(at.x, at.top + HEAD + 16, 'too few', theme)].join('');
  const bars = team.bars.map(({ share, counted }, index) => {
    const row = rows[index];
    const middle = at.top + HEAD + index * ROW + ROW / 2;
    return element(
      'g',
      {},
      title(`${team.label}, ${row?.label}: ${counted}, ${formatShare(share)}`),
      element('rect', {
        ...look(theme, 'bar'),
        x: at.x,
        y: middle - 6,
        width: toX(share) - at.x,
        height: 12,
      }),
      element('path', {
        ...look(theme, 'bar-range'),
        d: `M${rounded(toX(row?.share ?? 0))} ${middle - 9}v18`,
      }),
      text(at.x + at.width, middle + 4, formatPercent(share, 0), theme, 'end'),
    );
  });
  return [...heads, total, ...bars].join('');
}

function text(x: number, y: number, words: string, theme: Theme, ...marks: Mark[]): string {
  return element('text', { ...textLook(theme, ...marks), x, y }, escapeText(words));
}
