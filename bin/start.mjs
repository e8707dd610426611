import { checkNode } from './prepare/node-version.mjs';

checkNode();
// Loaded after the check: an old Node could not even read it.
const { serve } = await import('./prepare/serve.mjs');
await serve('start');
