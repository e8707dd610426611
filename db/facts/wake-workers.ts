import { stat } from 'node:fs';

const EVERY_MS = 1000;

/**
 * Gives the threads on which questions are answered something to do once a second, until the function that comes back is
 * called. The C library of most systems (glibc before 2.41, bug 25847) loses the signal for new work in rare moments: all
 * threads then sleep beside a question that waits, and whoever asked it waits for as long as nobody asks another one.
 * @param work something that one of these threads does, as small as there is
 */
export function keepWorkersAwake(work: () => void = lookAtNothing): () => void {
  const timer = setInterval(work, EVERY_MS).unref();
  return () => clearInterval(timer);
}

function lookAtNothing(): void {
  stat('.', () => {});
}
