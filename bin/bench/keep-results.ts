import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addStages } from './add-stages.ts';
import type { Result } from './result.ts';

/**
 * Keeps a result beside the homes, and gives those of all sizes. Stages that were not measured this time stay as they were
 * measured last at this size.
 */
export function keepResult(home: string, asked: number, result: Result): Result[] {
  const folder = join(home, 'results');
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const path = join(folder, `${result.made}-${asked}.json`);
  const last = existsSync(path) ? read(path) : null;
  // Whoever stops the benchmark finds either the last results or these, and never half of them.
  const beside = `${path}.new`;
  writeFileSync(beside, `${JSON.stringify(last ? addStages(last, result) : result, null, 2)}\n`);
  renameSync(beside, path);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => read(join(folder, name)));
}

function read(path: string): Result {
  return JSON.parse(readFileSync(path, 'utf8')) as Result;
}
