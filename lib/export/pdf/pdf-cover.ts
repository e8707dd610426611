import { describeInstant } from '../../analysis/moment-words.ts';
import { formatCount, formatDate } from '../../charts/format.ts';
import { LIGHT } from '../../charts/light-values.ts';
import type { Pack } from '../../packs/pack.ts';
import { packAddresses } from '../../packs/pack-addresses.ts';
import { scopeWords } from '../../packs/pack-scope.ts';
import { type Desk, LOOKS, leading, type Struct } from './desk.ts';

/** On which page each panel begins. */
export interface Finding {
  headline: string;
  page: number;
}

const FINDING_LINES = 2;

/** The first page: what it is, what was found, what it covers, how it was made, and who stands by it. */
export function drawCover(desk: Desk, parent: Struct, pack: Pack, findings: readonly Finding[]): void {
  desk.y = 42;
  drawOwner(desk, parent, pack.workspace);
  desk.y = 132;
  desk.words(parent, 'Title', pack.title, LOOKS.title);
  desk.y += 6;
  desk.words(parent, 'P', whenWords(pack), { ...LOOKS.headline, strong: false, colour: LIGHT['ink-2'] });
  desk.y += 24;
  drawFindings(desk, parent, findings);
  desk.y += 24;
  drawFacts(desk, parent, pack);
  desk.y += 10;
  drawAddresses(desk, parent, pack);
  drawSigning(desk, parent);
}

function drawOwner(desk: Desk, parent: Struct, workspace: string): void {
  const look = { ...LOOKS.finding, strong: true };
  const right = { ...LOOKS.finding, colour: LIGHT['ink-2'] };
  desk.tag(parent, 'P', () => {
    const product = 'Lookback';
    const at = desk.left + desk.width - desk.type.width(product, right);
    desk.type.line(desk.type.fit(workspace, at - desk.left - 20, look), desk.left, desk.y + look.size, look);
    desk.type.line(product, at, desk.y + look.size, right);
  });
}

function whenWords({ periodWords, comparisonWords }: Pack): string {
  return comparisonWords ? `${periodWords}, against ${comparisonWords}` : periodWords;
}

function drawFindings(desk: Desk, parent: Struct, findings: readonly Finding[]): void {
  desk.words(parent, 'H1', 'Findings', LOOKS.label);
  desk.y += 4;
  desk.rule(desk.y, LIGHT['rule-2']);
  const [number, page] = [18, 24];
  const look = LOOKS.finding;
  const quiet = { ...look, colour: LIGHT['ink-2'] };
  desk.group(parent, 'Table', (table) => {
    findings.forEach((finding, index) => {
      const all = desk.type.wrap(finding.headline, desk.width - number - page - 10, look);
      const lines = all.slice(0, FINDING_LINES);
      if (all.length > lines.length) lines[lines.length - 1] = `${lines.at(-1)} …`;
      const first = desk.y + 7 + look.size;
      desk.group(table, 'TR', (row) => {
        desk.tag(row, 'TD', () => desk.type.line(String(index + 1), desk.left, first, quiet));
        desk.tag(row, 'TD', () =>
          lines.forEach((line, at) => {
            desk.type.line(line, desk.left + number, first + at * leading(look), look);
          }),
        );
        const words = String(finding.page);
        const right = desk.left + desk.width - desk.type.width(words, quiet);
        desk.tag(row, 'TD', () => desk.type.line(words, right, first, quiet));
      });
      desk.y += 12 + lines.length * leading(look);
      desk.rule(desk.y);
    });
  });
}

type Fact = readonly [name: string, words: string];

function drawFacts(desk: Desk, parent: Struct, pack: Pack): void {
  const from = desk.y;
  const half = (desk.width - 24) / 2;
  drawList(desk, parent, 'What it covers', covered(pack), { x: 0, width: half });
  const first = desk.y;
  desk.y = from;
  drawList(desk, parent, 'How it was made', made(pack), { x: half + 24, width: half });
  desk.y = Math.max(first, desk.y);
}

function covered({ shown, scope, filters, ignored }: Pack): Fact[] {
  const teams = scopeWords(scope);
  return [
    ['Incidents', `${formatCount(shown.count)} of ${formatCount(shown.of)}`],
    ...(teams === null ? [] : ([['Teams', teams]] as const)),
    ...filters.map(({ label, words }): Fact => [label, words]),
    ...(filters.length === 0 ? ([['Filters', 'none']] as const) : []),
    ...(shown.withoutPath > 0
      ? ([['Left out', `${formatCount(shown.withoutPath)} without a path, from rates`]] as const)
      : []),
    ...(shown.unclassified > 0
      ? ([['Kept', `${formatCount(shown.unclassified)} without a trigger`]] as const)
      : []),
    ...ignored.map((words): Fact => ['Ignored', words]),
  ];
}

function made({ report, madeAt, asOf, timeZone, factsVersion, dataTo, taxonomy }: Pack): Fact[] {
  const version = factsVersion === null ? 'from the record' : `version ${formatCount(factsVersion)}`;
  return [
    ...(report ? ([['Report', report]] as const) : []),
    ['Made', `${describeInstant(Date.parse(madeAt), timeZone)}, ${timeZone}`],
    ['Data', `${version}, counted at ${describeInstant(Date.parse(asOf), timeZone)}`],
    ...(dataTo ? ([['Data to', formatDate(dataTo)]] as const) : []),
    ['Definitions', `taxonomy version ${formatCount(taxonomy)}`],
    ['Narratives', 'none quoted in full; redacted as in Lookback'],
  ];
}

function drawList(
  desk: Desk,
  parent: Struct,
  title: string,
  facts: readonly Fact[],
  { x, width }: { x: number; width: number },
): void {
  const [name, gap, most] = [64, 8, 3];
  desk.tag(parent, 'H1', () => desk.type.line(title, desk.left + x, desk.y + LOOKS.label.size, LOOKS.label));
  desk.y += leading(LOOKS.label) + 4;
  desk.group(parent, 'Table', (table) => {
    for (const [label, words] of facts) {
      const all = desk.type.wrap(words, width - name - gap, LOOKS.smallInk);
      const lines = all.slice(0, most);
      if (all.length > most) lines[most - 1] = `${lines.at(-1)} …`;
      const first = desk.y + LOOKS.small.size;
      desk.group(table, 'TR', (row) => {
        desk.tag(row, 'TH', () =>
          desk.type.line(desk.type.fit(label, name, LOOKS.small), desk.left + x, first, LOOKS.small),
        );
        desk.tag(row, 'TD', () =>
          lines.forEach((line, at) => {
            desk.type.line(
              line,
              desk.left + x + name + gap,
              first + at * leading(LOOKS.small),
              LOOKS.smallInk,
            );
          }),
        );
      });
      desk.y += lines.length * leading(LOOKS.small) + 2;
    }
  });
}

/** Where to see it, over as many lines as it takes: an address that is cut leads nowhere. */
function drawAddresses(desk: Desk, parent: Struct, pack: Pack): void {
  const { asItWas, asNow } = packAddresses(pack);
  const look = LOOKS.small;
  // No-break spaces, so that a long address begins beside what it is.
  const said = [...(asItWas ? [`As\u00a0it\u00a0was:\u00a0${asItWas}`] : []), `As\u00a0now:\u00a0${asNow}`];
  for (const words of said) {
    const room = Math.max(1, Math.floor((desk.bottom - desk.y) / leading(look)));
    const all = desk.type.wrap(words, desk.width, look);
    const lines = all.slice(0, room);
    if (all.length > room) lines[room - 1] = desk.type.fit(`${lines.at(-1)} …`, desk.width, look);
    desk.tag(parent, 'P', () => {
      for (const line of lines) {
        desk.type.line(line, desk.left, desk.y + look.size, look);
        desk.y += leading(look);
      }
    });
    desk.y += 2;
  }
}

/** Lines for names, dates and signatures, where the page has room for them. */
function drawSigning(desk: Desk, parent: Struct): void {
  const row = 24;
  const columns = ['Prepared', 'Checked', 'Approved'];
  if (desk.y + 60 + columns.length * row > desk.bottom) return;
  desk.y += 24;
  desk.words(parent, 'H1', 'Sign-off: name, date, signature', LOOKS.label);
  desk.y += 4;
  for (const words of columns) {
    desk.rule(desk.y);
    desk.tag(parent, 'P', () => desk.type.line(words, desk.left, desk.y + 15, LOOKS.small));
    desk.y += row;
  }
  desk.rule(desk.y);
}
