import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { trainingModule, trainingModuleTechnique } from '@/db/schema/training.ts';
import type { Viewer } from '@/lib/access.ts';
import type { ModuleEntry } from '@/lib/training/training-forms.ts';
import { knownTechniques } from './training/chosen.ts';
import { demandTraining } from './training/load-session.ts';
import { passedOnWords } from './training/passed-on-words.ts';
import { writeAudit } from './write-audit.ts';

/** Makes a module and answers with its number. Throws Forbidden without the right, Invalid for techniques that are gone. */
export async function makeModule(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { techniques, ...entry }: ModuleEntry,
  now: Date,
): Promise<number> {
  demandTraining(viewer);
  return records.transaction(async (tx) => {
    const [safe, codes] = [await passedOnWords(tx), await knownTechniques(tx, techniques)];
    const [row] = await tx
      .insert(trainingModule)
      .values({
        ...entry,
        name: safe(entry.name),
        about: safe(entry.about),
        madeBy: viewer.actor,
        madeAt: now,
      })
      .returning({ moduleId: trainingModule.trainingModuleId });
    if (!row) throw new Error('the record kept no module');
    const { moduleId } = row;
    await tx
      .insert(trainingModuleTechnique)
      .values(codes.map((technique) => ({ trainingModuleId: moduleId, technique })));
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'module_made',
      subject: `module:${moduleId}`,
      detail: { form: entry.form, techniques: codes.length },
    });
    return moduleId;
  });
}
