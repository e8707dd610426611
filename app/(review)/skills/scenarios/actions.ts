'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/action.ts';
import { changeScenario } from '@/db/commands/change-scenario.ts';
import { makeScenario } from '@/db/commands/make-scenario.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { checkedScenario } from '@/db/reports/scenarios.ts';
import { changeScenarioForm, checkedScenarioForm, scenarioForm } from '@/lib/training/scenario-forms.ts';

const refresh = () => revalidatePath('/skills', 'layout');

/** Tells what would be taken out of the words of a card; nothing is kept. */
export const checkTheScenario = defineAction(checkedScenarioForm, 'train', async (form, viewer) =>
  checkedScenario(viewer, form.incident, form),
);

/** Makes a card and opens it. */
export const saveScenario = defineAction(scenarioForm, 'train', async (form, viewer): Promise<null> => {
  const { incident, read: _, ...entry } = form;
  const scenarioId = await makeScenario(await theRecord(), viewer, incident, entry, new Date());
  refresh();
  return redirect(`/skills/scenarios/${scenarioId}`);
});

/** Says anew what a card holds. */
export const saveChangedScenario = defineAction(changeScenarioForm, 'train', async (form, viewer) => {
  const { scenarioId, version, read: _, ...entry } = form;
  await changeScenario(await theRecord(), viewer, { scenarioId, version }, entry, new Date());
  refresh();
  return null;
});
