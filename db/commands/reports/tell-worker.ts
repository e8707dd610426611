/** Lets the program of this process look at once whether there is something to be made. */
export function tellWorker(): void {
  shared[WORKER]?.();
}

/** From now on that calls this. Ends with the function that comes back. */
export function hearWorker(look: () => void): () => void {
  shared[WORKER] = look;
  return () => {
    if (shared[WORKER] === look) delete shared[WORKER];
  };
}

/** The web program loads this file several times over. */
const WORKER = Symbol.for('lookback.report-worker');
const shared = globalThis as { [WORKER]?: () => void };
