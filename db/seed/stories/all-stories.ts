import type { Story } from '../story.ts';
import { billingOutage } from './billing-outage.ts';
import { chanceAgent } from './chance-agent.ts';
import { documentationSlip } from './documentation-slip.ts';
import { idleChange } from './idle-change.ts';
import { newTeam } from './new-team.ts';
import { processChange } from './process-change.ts';
import { recurringCustomers } from './recurring-customers.ts';
import { seasonalRush } from './seasonal-rush.ts';
import { skippedLevel } from './skipped-level.ts';
import { trainingEffect } from './training-effect.ts';

/** Everything that is planted in the sample. */
export const STORIES: readonly Story[] = [
  billingOutage,
  newTeam,
  seasonalRush,
  processChange,
  trainingEffect,
  idleChange,
  documentationSlip,
  recurringCustomers,
  skippedLevel,
  chanceAgent,
];
