import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { seedRandom } from '@/db/seed/random.ts';
import { drawFalseAlarms, type FalseAlarmTable } from '@/lib/statistics/false-alarms/draw-false-alarms.ts';

// Run `npx tsx bin/false-alarms.ts` after a change of the rules or of the XmR limits, and then the formatter.
const TABLE = fileURLToPath(new URL('../lib/statistics/false-alarms/false-alarm-table.ts', import.meta.url));

writeFileSync(TABLE, toSource(drawFalseAlarms((seed) => seedRandom(seed).normal)));
console.log(`${TABLE} written`);

function toSource({ series, lengths, rates }: FalseAlarmTable): string {
  const sets = Object.entries(rates).map(
    ([id, { now, anywhere }]) => `${id}: { now: [${now}], anywhere: [${anywhere}] },`,
  );
  return `import type { FalseAlarmTable } from './draw-false-alarms.ts';

/** Written by bin/false-alarms.ts; its tests draw it again and compare. */
export const FALSE_ALARMS: FalseAlarmTable = {
  series: ${series},
  lengths: [${lengths}],
  rates: { ${sets.join('\n')} },
};
`;
}
