import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The names of the functions in db/queries that take a snapshot of the facts, as their files say. */
export function namesOfFactQuestions(): string[] {
  const folder = join(import.meta.dirname, '..', 'queries');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(
        /export async function (\w+)\(\s*(?:snapshot: Snapshot|\.\.\.question: Parameters)/g,
      ),
    ])
    .map(([, name]) => name ?? '');
}
