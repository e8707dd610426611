import { checkNode } from './prepare/node-version.mjs';

checkNode();
// Loaded after the check: an old Node could not even read it.
const { runStages } = await import('./checks/run-stages.mjs');
process.exitCode = await runStages(process.argv.slice(2));
