import { MISSES } from './misses.ts';
import { type Result, STAGES } from './result.ts';
import { describeTarget, inUnit, type Table, toTables } from './tables.ts';
import { judge } from './targets.ts';

/**
 * The document with what was measured last at each size, the smallest first.
 * @param before as it was: of sizes that were not measured on this machine its sections stay
 */
export function toDocument(results: readonly Result[], before = ''): string {
  const now = results.map((result): Section => ({ ...result, text: toSection(result) }));
  const left = sectionsOf(before).filter((one) => !now.some((other) => areOfOneSize(one, other)));
  const ordered = [...left, ...now].sort((one, other) => one.incidents - other.incidents);
  return `${[HEAD, ...ordered.map(({ text }) => text), FOOT].join('\n\n')}\n`;
}

interface Section extends Pick<Result, 'incidents' | 'made'> {
  text: string;
}

function sectionsOf(document: string): Section[] {
  return document.split(/\n\n(?=## )/).flatMap((text) => {
    const [, size, direct] = /^## ([\d,]+) incidents(, made directly)?/.exec(text) ?? [];
    if (!size) return [];
    return [{ incidents: Number(size.replaceAll(',', '')), made: direct ? 'direct' : 'record', text }];
  });
}

/** A sample has about as many incidents as were asked for. */
function areOfOneSize(one: Section, other: Section): boolean {
  return one.made === other.made && Math.abs(one.incidents / other.incidents - 1) < 0.05;
}

const HEAD = `# Benchmarks

Written by \`npm run bench\`. Medians and 95th percentiles of at least 30 runs after 5 that are not counted, each with another filter (12 weeks to two years, up to two dimensions narrowed) and nothing kept from one to the next. Pages are served by the program as it runs, each opened half a second after the last one stood; it has counted the weeks of everything for the watch-lists of any period, as it does after each change of the facts. *Facts* is the copy in memory that answers figures, *record* is PostgreSQL answering the same questions; what takes it longer than fifty minutes in all (the copy: two hundred seconds) is done as often as fits, and how often stands beside its median; one that has taken the record three minutes is given up and said to take longer. The *limit* of a part is one statement, written by hand for the copy, that gives the same rows; a part with an asterisk has none for some of these filters and is measured by the statements that it asks itself.`;

const FOOT = `## How to measure

\`\`\`sh
npm run bench -- --incidents 100000     # the sample is made on the first run and kept in .lookback-bench
npm run bench -- --incidents 1000000 --only reports,pages   # some stages; the others stay as they were
npm run bench -- --grow                 # every size; to seed the larger ones takes half an hour
npm run bench -- --grow --minutes 2     # no stage begins anything new after two minutes
\`\`\`

Pages are measured where the program is built (\`npm start\` builds it) and Playwright is installed. The load says how busy the machine was besides.`;

function toSection(result: Result): string {
  const { incidents, made, machine } = result;
  const size = incidents.toLocaleString('en-GB');
  return [
    `## ${size} incidents${made === 'direct' ? ', made directly as facts' : ''}`,
    `${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB, ${machine.system}, Node.js ${machine.node}. ${toStages(result)}`,
    ...toTables(result).map((table) => `### ${table.title}\n\n${toMarkdown(table)}`),
    ...toMisses(result),
  ].join('\n\n');
}

/** "Load of the machine before and after each stage, …: reports 0.3 and 1.2 (2026-11-22 08:00), …" */
function toStages({ measured }: Result): string {
  const stages = STAGES.flatMap((stage) => {
    const one = measured[stage];
    return one ? [`${stage} ${one.before} and ${one.after} (${one.at.slice(0, 16).replace('T', ' ')})`] : [];
  });
  return `Load of the machine before and after each stage, and when it ended (UTC): ${stages.join(', ')}.`;
}

function toMarkdown({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, place) => (place === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

/** One line for all that is missed for the same reason. */
function toMisses(result: Result): string[] {
  const byReason = new Map<string, string[]>();
  for (const judged of judge(result).filter(({ isMet }) => !isMet)) {
    const why = MISSES[judged.id] ?? 'Why has not been written down yet.';
    const said = `**${judged.what}** (${inUnit(judged.measured, judged.unit)}, ${describeTarget(judged)})`;
    byReason.set(why, [...(byReason.get(why) ?? []), said]);
  }
  if (byReason.size === 0) return [];
  return [`### Missed\n\n${[...byReason].map(([why, said]) => `- ${said.join(', ')}. ${why}`).join('\n')}`];
}
