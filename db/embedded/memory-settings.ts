import { totalmem } from 'node:os';
import type { Settings } from './launch.ts';

const MB = 2 ** 20;

/**
 * How much memory the server takes for pages: a sixteenth of what there is, at least PostgreSQL's own 128 MB and at
 * most 1 GB. When the indexes of a record no longer fit, each incident takes longer to write.
 */
export function memorySettings(bytes: number = machineBytes()): Settings {
  const pagesMb = Math.min(1024, Math.max(128, Math.floor(bytes / 16 / MB)));
  return {
    shared_buffers: `${pagesMb}MB`,
    effective_cache_size: `${Math.max(pagesMb, Math.floor(bytes / 2 / MB))}MB`,
  };
}

/** Of the machine, or of the container that this runs in. */
function machineBytes(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
