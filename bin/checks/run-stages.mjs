import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installIfNeeded } from '../prepare/packages.mjs';
import { withoutSettings } from '../prepare/settings.mjs';
import { Stop } from '../prepare/stop.mjs';
import { STAGES } from './stages.mjs';
import { FAILED, summaryLine } from './summary.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs the stages one after the other, going on after a failure, and closes with the names of what failed and the one
 * line that adds everything up.
 * @param {string[]} args `--long` adds what takes longer, `--only NAME` (again and again) chooses stages
 * @returns {Promise<number>} the exit status
 */
export async function runStages(args) {
  const reports = mkdtempSync(join(tmpdir(), 'lookback-reports-'));
  /** @type {Map<string, import('./summary.mjs').Counts>} */
  const results = new Map();
  /** @type {string[]} */
  const failures = [];
  try {
    const { isLong, stages } = choose(args, STAGES);
    await installIfNeeded(ROOT, console.log);
    const context = { root: ROOT, reports, env: withoutSettings(process.env), isLong };
    for (const stage of stages) failures.push(...(await runStage(stage, context, results)));
  } catch (error) {
    results.set('run', FAILED);
    console.error(error instanceof Stop ? error.message : error);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  for (const line of failures) console.log(line);
  const counts = [...results.values()];
  console.log(summaryLine(counts));
  return counts.some(({ failed }) => failed > 0) ? 1 : 0;
}

/**
 * The stages that these arguments ask for, each after the one that it needs.
 * @param {string[]} args
 * @param {import('./stages.mjs').Stage[]} all
 */
export function choose(args, all) {
  const names = all.map(({ name }) => name);
  const { long: isLong, only } = parse(args, names);
  const unknown = only.find((name) => !names.includes(name));
  if (unknown) throw new Stop(`There is no stage "${unknown}". Stages: ${names.join(', ')}.`);
  const wanted = new Set(
    only.length > 0 ? only : all.filter((stage) => isLong || !stage.isLong).map(({ name }) => name),
  );
  for (const { name, needs } of all) if (wanted.has(name) && needs) wanted.add(needs);
  return { isLong, stages: all.filter(({ name }) => wanted.has(name)) };
}

function parse(args, names) {
  try {
    const options = {
      long: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    };
    return parseArgs({ args, options }).values;
  } catch {
    throw new Stop(`Options: --long, --only NAME. Stages: ${names.join(', ')}.`);
  }
}

async function runStage({ name, needs, run }, context, results) {
  if (needs && results.get(needs)?.failed) {
    console.log(`${name.padEnd(9)} not run, since the ${needs} failed`);
    return [];
  }
  const started = Date.now();
  const { counts, output, failures = [] } = await run(context);
  results.set(name, counts);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (counts.failed > 0) console.log(output?.trimEnd());
  console.log(
    `${name.padEnd(9)} ${counts.failed > 0 ? 'FAILED' : 'ok'}  ${summaryLine([counts])}  ${seconds} s`,
  );
  if (counts.failed === 0) return [];
  return (failures.length > 0 ? failures : [`the ${name} stage`]).map((failure) => `failed: ${failure}`);
}
