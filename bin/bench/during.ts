import { currentLoad } from './machine.ts';
import type { Result, Stage } from './result.ts';

/** What a stage has measured. */
export type Figures = Partial<
  Pick<Result, 'compared' | 'refresh' | 'memoryMb' | 'intake' | 'takeOut' | 'page'>
>;

type Measured = Result['measured'];

/** Does the work of a stage where it is wanted. It gives null where it cannot be measured here. */
export type During = (stage: Stage, work: () => Promise<Figures | null>) => Promise<void>;

/** Who hears what of the stages. */
interface Hearers {
  say: (line: string) => void;
  /** Is called after each stage with what it has measured. */
  keep: (figures: Figures, measured: Measured) => void;
  /** A stage that fails takes nothing from the others: they go on. */
  fail: (error: unknown) => void;
}

/** Has each stage kept as soon as it is measured, with when that was and how busy the machine was. */
export function noteStages(wanted: readonly Stage[], { say, keep, fail }: Hearers): During {
  return async (stage, work) => {
    if (!wanted.includes(stage)) return;
    say(SAID[stage]);
    const before = currentLoad();
    try {
      const figures = await work();
      const at = new Date().toISOString();
      if (figures) keep(figures, { [stage]: { at, before, after: currentLoad() } });
    } catch (error) {
      say(`This failed: ${error instanceof Error ? error.message : error}`);
      fail(error);
    }
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
