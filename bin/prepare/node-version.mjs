import { readFileSync } from 'node:fs';

/** Ends the process with one line when Node is older than package.json asks for. */
export function checkNode() {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const problem = nodeProblem(process.versions.node, engines.node);
  if (problem === null) return;
  console.error(problem);
  process.exit(1);
}

/**
 * Why this Node cannot run Lookback, or null.
 * @param {string} running such as "20.19.0"
 * @param {string} wanted such as ">=20.19"
 */
export function nodeProblem(running, wanted) {
  const least = wanted.replace('>=', '').trim();
  if (isAtLeast(numbers(running), numbers(least))) return null;
  return `Lookback needs Node.js ${least} or newer; this is ${running}. Install a newer one from nodejs.org and run the command again.`;
}

function isAtLeast(have, want) {
  for (let i = 0; i < want.length; i += 1) {
    const mine = have[i] || 0;
    if (mine !== want[i]) return mine > want[i];
  }
  return true;
}

function numbers(version) {
  return version.split('.').map((part) => Number.parseInt(part, 10));
}
