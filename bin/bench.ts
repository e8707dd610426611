import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CannotStart } from '@/db/cannot-start.ts';
import { InvalidEnv } from '@/lib/env.ts';
import { Invalid } from '@/lib/errors.ts';
import { readPlan } from './bench/arguments.ts';
import { toDocument } from './bench/document.ts';
import { keepResult } from './bench/keep-results.ts';
import { toText } from './bench/print.ts';
import { runSize } from './bench/run-size.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Invalid || error instanceof CannotStart || error instanceof InvalidEnv)) throw error;
  console.error(
    error instanceof Invalid ? error.problems.map(({ message }) => message).join('\n') : error.message,
  );
  process.exitCode = 1;
}

async function main(args: string[]): Promise<void> {
  const plan = readPlan(args, ROOT);
  mkdirSync(plan.home, { recursive: true });
  for (const size of plan.sizes) {
    const result = await runSize(size, plan, (line) => console.error(line));
    const results = keepResult(plan.home, size.incidents, result);
    writeFileSync(plan.document, toDocument(results));
    console.error(`\n${toText(result)}\n`);
    if (plan.json) console.log(JSON.stringify(result));
  }
}
