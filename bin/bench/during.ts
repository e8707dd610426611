import { currentLoad } from './machine.ts';
import type { Result, Stage } from './result.ts';

/** Does the work of a stage where it is wanted; null where it is not. */
export type During = <Answer>(stage: Stage, work: () => Promise<Answer>) => Promise<Answer | null>;

/** Notes when each stage was measured and how busy the machine was. */
export function noteStages(
  wanted: readonly Stage[],
  say: (line: string) => void,
): { measured: Result['measured']; during: During; wants: (...stages: Stage[]) => boolean } {
  const measured: Result['measured'] = {};
  return {
    measured,
    wants: (...stages) => stages.some((stage) => wanted.includes(stage)),
    during: async (stage, work) => {
      if (!wanted.includes(stage)) return null;
      say(SAID[stage]);
      const before = currentLoad();
      const answer = await work();
      measured[stage] = { at: new Date().toISOString(), before, after: currentLoad() };
      return answer;
    },
  };
}

const SAID: Readonly<Record<Stage, string>> = {
  reports: 'Asking the facts for reports and their parts',
  questions: 'Asking the facts every question',
  'reports-record': 'Asking the record for reports and their parts',
  'questions-record': 'Asking the record every question',
  refresh: 'Refreshing the copy',
  export: 'Taking everything out as CSV, and the overview as a PDF',
  intake: 'Seeding and importing beside COPY',
  pages: 'Opening pages',
};
