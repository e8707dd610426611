/** Whether this process is about to end and should be given no further requests. */
export function isDraining(): boolean {
  return shared[DRAINING] ?? false;
}

/** From now on the program says that it is not ready. */
export function beginDraining(): void {
  shared[DRAINING] = true;
}

/** The web program loads this file several times over. */
const DRAINING = Symbol.for('lookback.draining');
const shared = globalThis as { [DRAINING]?: boolean };
