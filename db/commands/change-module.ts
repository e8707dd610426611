import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { trainingModuleTechnique } from '@/db/schema/training.ts';
import type { Viewer } from '@/lib/access.ts';
import type { ChangedModule, KnownModule } from '@/lib/training/training-forms.ts';
import { knownTechniques } from './training/chosen.ts';
import { demandTraining, stepModule } from './training/load-session.ts';
import { passedOnWords } from './training/passed-on-words.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Says anew what a module is, or that it is not offered any more. Sessions that were planned keep the techniques that
 * it had then.
 * @throws Forbidden without the right; NotFound; Invalid for techniques that are gone; Conflict when somebody changed
 * it in between
 */
export async function changeModule(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  known: KnownModule,
  { techniques, ...entry }: ChangedModule,
  now: Date,
): Promise<void> {
  demandTraining(viewer);
  await records.transaction(async (tx) => {
    const { moduleId } = known;
    const [safe, codes] = [await passedOnWords(tx), await knownTechniques(tx, techniques)];
    await stepModule(tx, known, { ...entry, name: safe(entry.name), about: safe(entry.about) });
    await tx.delete(trainingModuleTechnique).where(eq(trainingModuleTechnique.trainingModuleId, moduleId));
    await tx
      .insert(trainingModuleTechnique)
      .values(codes.map((technique) => ({ trainingModuleId: moduleId, technique })));
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'module_changed',
      subject: `module:${moduleId}`,
      detail: { form: entry.form, techniques: codes.length, retired: entry.retired },
    });
  });
}
