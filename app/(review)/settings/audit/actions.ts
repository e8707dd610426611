'use server';

import { z } from 'zod';
import { defineAction } from '@/app/_server/action.ts';
import { auditChainReport } from '@/db/reports/audit-log.ts';

/** Reads the whole log and says whether its chain holds. */
export const verifyAuditLog = defineAction(z.object({}), 'administer', async (_, viewer) =>
  auditChainReport(viewer),
);
