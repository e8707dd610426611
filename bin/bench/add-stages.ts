import { type Compared, ON_FACTS, ON_RECORD, type Result, type Stage } from './result.ts';

/** What was measured now, and of what was measured last only the stages that were left out now. */
export function addStages(last: Result, now: Result): Result {
  const has = (stage: keyof Result['measured']) => now.measured[stage] !== undefined;
  const merge = ({ kind, name }: Compared): Compared => {
    const of = ({ compared }: Result) => compared.find((one) => one.kind === kind && one.name === name);
    /** What is in a stage without a time was left out of it; what is not in it is no more. */
    const from = (stage: Stage, engine: 'facts' | 'record') =>
      of(has(stage) && (!of(now) || of(now)?.[engine]) ? now : last);
    const facts = from(ON_FACTS[kind], 'facts');
    const record = from(ON_RECORD[kind], 'record');
    return {
      kind,
      name,
      facts: facts?.facts ?? null,
      limit: facts?.limit ?? null,
      record: record?.record ?? null,
    };
  };
  return {
    ...now,
    measured: { ...last.measured, ...now.measured },
    compared: named(last, now)
      .map(merge)
      .filter(({ facts, record }) => facts !== null || record !== null),
    refresh: has('refresh') ? now.refresh : last.refresh,
    memoryMb: has('reports') ? now.memoryMb : last.memoryMb,
    seededInSeconds: now.seededInSeconds ?? last.seededInSeconds,
    intake: has('intake') ? now.intake : last.intake,
    takeOut: has('export') ? now.takeOut : (last.takeOut ?? null),
    page: has('pages') ? now.page : last.page,
  };
}

/** In the order of the first, followed by what only the second has. */
function named(one: Result, other: Result): readonly Compared[] {
  const known = new Set(one.compared.map(({ kind, name }) => `${kind} ${name}`));
  return [...one.compared, ...other.compared.filter(({ kind, name }) => !known.has(`${kind} ${name}`))];
}
