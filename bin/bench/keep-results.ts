import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from './result.ts';

/** Keeps a result beside the homes, in place of the last one of its size, and gives those of all sizes. */
export function keepResult(home: string, asked: number, result: Result): Result[] {
  const folder = join(home, 'results');
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${result.made}-${asked}.json`), `${JSON.stringify(result, null, 2)}\n`);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Result);
}
