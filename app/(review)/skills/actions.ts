'use server';

import { z } from 'zod';
import { defineAction } from '@/app/_server/action.ts';
import { nameAgents } from '@/db/commands/name-agents.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { NAMING_REASONS } from '@/lib/privacy/naming-reasons.ts';

const namingForm = z.object({
  team: z.coerce.number().int().min(1).max(2_147_483_647),
  reason: z.enum(NAMING_REASONS, 'Choose a reason.'),
});

/** Tells who the people of a team are, and writes into the audit log who asked and why. */
export const nameTheAgents = defineAction(namingForm, 'name_agents', async (form, viewer) =>
  nameAgents(await theRecord(), viewer, form, new Date()),
);
