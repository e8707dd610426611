import { quantile } from '@/lib/statistics/quantile.ts';

/** Durations of one thing done again and again, in milliseconds. */
export interface Times {
  median: number;
  p95: number;
  runs: number;
}

/** What is done for one input: what happens before and after is not counted. */
export interface Work<Input, Ready> {
  before: (input: Input) => Promise<Ready>;
  run: (ready: Ready) => Promise<unknown>;
  after: (ready: Ready) => Promise<unknown>;
}

/** Does it for each input, one after the other; the first so many are not counted. */
export async function timeEach<Input, Ready>(
  inputs: readonly Input[],
  warm: number,
  { before, run, after }: Work<Input, Ready>,
): Promise<Times> {
  const durations: number[] = [];
  for (const input of inputs) {
    const ready = await before(input);
    durations.push(await timed(() => run(ready)).finally(() => after(ready)));
  }
  return toTimes(durations.slice(warm));
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
