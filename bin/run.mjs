import { checkNode } from './prepare/node-version.mjs';

checkNode();
// Loaded after the check: an old Node could not even read it.
const { runScript } = await import('./prepare/script.mjs');
process.exitCode = await runScript(process.argv[2], process.argv.slice(3));
