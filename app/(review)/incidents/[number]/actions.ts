'use server';

import { z } from 'zod';
import { defineAction } from '@/app/_server/action.ts';
import { revealOriginal } from '@/db/commands/reveal-original.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { REVEAL_REASONS } from '@/lib/privacy/reveal-reasons.ts';

const revealForm = z.object({
  number: z.coerce.number().int().min(1).max(2_147_483_647),
  reason: z.enum(REVEAL_REASONS, 'Choose a reason.'),
});

/** Opens the sealed original of an incident, and writes into the audit log who did and why. */
export const revealTheOriginal = defineAction(revealForm, 'reveal', async (form, viewer) =>
  revealOriginal(await theRecord(), viewer, form, new Date()),
);
