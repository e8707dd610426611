import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  const failures: unknown[] = [];
  for (const size of plan.sizes) {
    try {
      const { result, failed } = await runSize(size, plan, {
        say: (line) => console.error(line),
        keep: (stage) => {
          const results = keepResult(plan.home, size.incidents, stage);
          writeFileSync(plan.document, toDocument(results, textOf(plan.document)));
        },
      });
      failures.push(...failed);
      console.error(`\n${toText(result)}\n`);
      if (plan.json) console.log(JSON.stringify(result));
    } catch (error) {
      console.error(`${size.incidents} incidents could not be measured to the end.`);
      failures.push(error);
    }
  }
  // Each size and stage goes its way; that one of them failed is for the end to say.
  if (failures.length > 0) throw failures[0];
});

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
