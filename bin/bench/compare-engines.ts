import { startDirectFacts } from '@/db/benchmark/direct-facts.ts';
import { type Facts, startFacts } from '@/db/facts/facts.ts';
import type { OpenRecords } from '@/db/records.ts';
import { memoryOfTree } from './machine.ts';
import type { Compared, Result } from './result.ts';
import { listSubjects, type Place, type Subject } from './subjects.ts';
import type { Effort, Times } from './time-each.ts';
import { timeParts } from './time-parts.ts';

interface Runs extends Effort {
  place: Place;
  queries: readonly string[];
}

/** The record takes minutes for what the facts do in milliseconds: for each thing it gets this long. */
const RECORD_SECONDS = 40;

const NEVER = 2 ** 30;

/**
 * Everything that can be asked, of a copy of the facts and then of the record, which facts made directly do not have.
 * @param times how often a copy that is made directly has each incident; null for one that follows the record
 */
export async function compareEngines(
  opened: OpenRecords,
  times: number | null,
  runs: Runs,
  say: (line: string) => void,
): Promise<Pick<Result, 'compared' | 'memoryMb'>> {
  const { place, queries, warm } = runs;
  // Rows of a list come from the record, which does not have the numbers of facts made directly.
  const subjects = listSubjects(place).filter(({ name }) => times === null || name !== 'list of incidents');
  const facts = times === null ? await follow(opened) : await startDirectFacts(opened, times);
  const { onFacts, parts, memoryMb } = await closing(facts, async () => {
    say('Asking the facts');
    const asked = await timeAll(
      subjects.filter(({ kind }) => kind !== 'part'),
      runs,
    );
    const memory = memoryOfTree(process.pid);
    const beside = await timeParts(facts, place, queries, warm);
    return { onFacts: asked, parts: new Map(beside.map((part) => [part.name, part])), memoryMb: memory };
  });
  if (times === null) say('Asking the record');
  const onRecord = times === null ? await timeAll(subjects, { ...runs, seconds: RECORD_SECONDS }) : null;
  const compared = subjects.map(({ kind, name }): Compared => {
    const part = kind === 'part' ? parts.get(name) : undefined;
    const ofFacts = part?.facts ?? onFacts.get(name);
    if (!ofFacts) throw new Error(`${name} was not measured`);
    return { kind, name, facts: ofFacts, record: onRecord?.get(name) ?? null, limit: part?.limit ?? null };
  });
  return { compared, memoryMb };
}

async function timeAll(
  subjects: readonly Subject[],
  { queries, warm, seconds }: Runs,
): Promise<Map<string, Times>> {
  const all = new Map<string, Times>();
  for (const subject of subjects)
    all.set(subject.name, await subject.time(queries, { warm, ...(seconds ? { seconds } : {}) }));
  return all;
}

async function follow(opened: OpenRecords): Promise<Facts> {
  const errors: unknown[] = [];
  const facts = startFacts(opened, (error) => errors.push(error), NEVER);
  await facts.refresh();
  if (errors.length > 0) throw errors[0];
  return facts;
}

async function closing<T>(facts: Facts, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await facts.close();
  }
}
