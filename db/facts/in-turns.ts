/** Work that is done again and again, never twice at once. */
export interface Turns {
  /** Resolves after a turn that begins from now on: one that is under way may have missed what is looked for. */
  next(): Promise<void>;
  /** Resolves once nothing is done any more. */
  end(): Promise<void>;
}

/**
 * The first turn is the one that is asked for; each further one follows a while after the last.
 * @param work must not reject
 */
export function inTurns(work: () => Promise<void>, everyMs: number): Turns {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let queued: Promise<void> | null = null;
  let hasEnded = false;

  function begin(): Promise<void> {
    clearTimeout(timer);
    running = work().finally(() => {
      running = null;
      if (!hasEnded && !queued) timer = setTimeout(begin, everyMs).unref();
    });
    return running;
  }

  return {
    next: () => {
      if (hasEnded) return Promise.resolve();
      if (!running) return begin();
      queued ??= running.then(() => {
        queued = null;
        return hasEnded ? undefined : begin();
      });
      return queued;
    },
    end: async () => {
      hasEnded = true;
      clearTimeout(timer);
      await queued;
      await running;
    },
  };
}
