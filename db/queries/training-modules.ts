import { asc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';
import { technique } from '@/db/schema/taxonomies.ts';
import { trainingModule, trainingModuleTechnique } from '@/db/schema/training.ts';
import type { ModuleForm } from '@/lib/training/module-forms.ts';

/** A technique of the vocabulary: one that was merged is the one that it counts as, one that was retired stays. */
export interface TechniqueName {
  code: number;
  id: string;
  label: string;
  section: string;
}

export interface ModuleRow {
  moduleId: number;
  name: string;
  form: ModuleForm;
  about: string;
  minutes: number | null;
  retired: boolean;
  madeBy: string;
  madeAt: Date;
  version: number;
  /** In the order of the procedure. */
  techniques: readonly TechniqueName[];
}

/** All modules by name, those that are not offered any more last. They belong to no team. */
export async function listModules(records: Records): Promise<ModuleRow[]> {
  const rows = await readModules(records);
  return rows.sort(
    (one, other) =>
      Number(one.retired) - Number(other.retired) ||
      one.name.localeCompare(other.name, 'en') ||
      one.moduleId - other.moduleId,
  );
}

/** The module of this number, or null. */
export async function findModule(records: Records, moduleId: number): Promise<ModuleRow | null> {
  const [found] = await readModules(records, moduleId);
  return found ?? null;
}

/** The techniques that can be trained and looked for, in the order of the procedure. */
export async function listTechniqueNames(records: Records): Promise<TechniqueName[]> {
  const rows = await records
    .select({ ...names, retired: technique.retired, mergedInto: technique.mergedInto })
    .from(technique)
    .orderBy(asc(technique.rank), asc(technique.code));
  return rows
    .filter(({ code, retired, mergedInto }) => code > 0 && !retired && mergedInto === null)
    .map(({ code, id, label, section }) => ({ code, id, label, section: section ?? 'other' }));
}

const names = {
  code: technique.code,
  id: technique.id,
  label: technique.label,
  section: sql<string>`coalesce(${technique.group}, 'other')`.mapWith(String),
};

/** A technique as a module names it, which may count as another one since. */
const named = alias(technique, 'named');

async function readModules(records: Records, moduleId?: number): Promise<ModuleRow[]> {
  const rows = await records
    .select()
    .from(trainingModule)
    .where(moduleId === undefined ? undefined : eq(trainingModule.trainingModuleId, moduleId));
  const techniques = await records
    .select({ moduleId: trainingModuleTechnique.trainingModuleId, ...names })
    .from(trainingModuleTechnique)
    .innerJoin(named, eq(named.code, trainingModuleTechnique.technique))
    .innerJoin(technique, eq(technique.code, sql`coalesce(${named.mergedInto}, ${named.code})`))
    .where(
      inArray(
        trainingModuleTechnique.trainingModuleId,
        rows.map((row) => row.trainingModuleId),
      ),
    )
    .groupBy(trainingModuleTechnique.trainingModuleId, technique.code)
    .orderBy(asc(technique.rank), asc(technique.code));
  return rows.map(({ trainingModuleId, ...row }) => ({
    ...row,
    moduleId: trainingModuleId,
    techniques: techniques
      .filter((one) => one.moduleId === trainingModuleId)
      .map(({ moduleId: _, ...name }) => name),
  }));
}
