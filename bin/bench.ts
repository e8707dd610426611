import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readPlan } from './bench/arguments.ts';
import { toDocument } from './bench/document.ts';
import { keepResult } from './bench/keep-results.ts';
import { toText } from './bench/print.ts';
import { runSize } from './bench/run-size.ts';
import { runCommand } from './command/run-command.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

await runCommand(async (args) => {
  const plan = readPlan(args, ROOT);
  mkdirSync(plan.home, { recursive: true });
  for (const size of plan.sizes) {
    const result = await runSize(size, plan, (line) => console.error(line));
    const results = keepResult(plan.home, size.incidents, result);
    writeFileSync(plan.document, toDocument(results));
    console.error(`\n${toText(result)}\n`);
    if (plan.json) console.log(JSON.stringify(result));
  }
});
