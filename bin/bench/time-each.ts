import { quantile } from '@/lib/statistics/quantile.ts';

/** Durations of one thing done again and again, in milliseconds. */
export interface Times {
  median: number;
  p95: number;
  runs: number;
  /** The last of them was given up: it takes at least so long. */
  isCut?: true;
}

/** How much time a stage has: when it is over nothing new is begun. */
export function timeLimit(minutes: number): () => boolean {
  const started = performance.now();
  return () => performance.now() - started > minutes * MINUTE_MS;
}

/** What is done for one input: what happens before and after is not counted. */
export interface Work<Input, Ready> {
  before: (input: Input) => Promise<Ready>;
  run: (ready: Ready) => Promise<unknown>;
  after: (ready: Ready) => Promise<unknown>;
}

/** How often something is done before it counts, and after how many seconds enough of it has been done. */
export interface Effort {
  warm: number;
  seconds?: number;
  most?: Most;
}

/** After how many seconds a thing that may take hours is given up, and what makes it fail then. */
interface Most {
  seconds: number;
  giveUp: () => Promise<unknown>;
}

const FEWEST = 3;

/** What takes longer than this, with all that comes before and after it, is done no more often where time is over. */
const MINUTE_MS = 60_000;

/**
 * Does it for each input, one after the other; the first so many are not counted. What takes longer than there is time for
 * is done a few times only, the first of them counted too.
 */
export async function timeEach<Input, Ready>(
  inputs: readonly Input[],
  { warm, seconds = Number.POSITIVE_INFINITY, most }: Effort,
  { before, run, after }: Work<Input, Ready>,
): Promise<Times> {
  const durations: number[] = [];
  const started = performance.now();
  for (const input of inputs) {
    if (isOver(started, seconds, durations.length)) break;
    const ready = await before(input);
    const doIt = () => timed(() => run(ready)).finally(() => after(ready));
    const duration = most ? await within(most, doIt) : await doIt();
    if (duration === null) return { ...toTimes([...durations, (most?.seconds ?? 0) * 1000]), isCut: true };
    durations.push(duration);
  }
  return toTimes(withoutWarm(durations, inputs.length, warm));
}

/** How long it takes; null where it was given up. */
async function within({ seconds, giveUp }: Most, doIt: () => Promise<number>): Promise<number | null> {
  let given: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    given = giveUp();
  }, seconds * 1000);
  try {
    return await doIt();
  } catch (error) {
    if (!given) throw error;
    await given;
    return null;
  } finally {
    clearInterval(timer);
  }
}

/** The first are not counted where all were done. */
export function withoutWarm(durations: readonly number[], wanted: number, warm: number): readonly number[] {
  return durations.slice(durations.length === wanted ? warm : 0);
}

/** Whether there is no time for another one. */
export function isOver(started: number, seconds: number, done: number): boolean {
  const passed = performance.now() - started;
  return passed > seconds * 1000 && (done >= FEWEST || (done > 0 && passed > MINUTE_MS));
}

/** How many milliseconds it takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export function toTimes(durations: readonly number[]): Times {
  const at = (share: number) => quantile(durations, share) ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), runs: durations.length };
}
