import type { DraftStep } from '@/lib/intake/incident-draft.ts';
import { addMinutes } from './clock.ts';
import type { Course, SampleLevel } from './course.ts';
import type { Random } from './random.ts';

interface Begin {
  occurredAt: number;
  team: string;
  agent: string;
  asOf: number;
}

/** The stays of a case as steps, as far as they have begun. */
export function toSteps(
  { stays }: Course,
  { occurredAt, team, agent, asOf }: Begin,
  random: Random,
): DraftStep[] {
  return stays.flatMap(({ level, afterMinutes, reason }, index) => {
    const at = addMinutes(occurredAt, afterMinutes);
    if (at >= asOf && index > 0) return [];
    const isHandover = index > 0;
    const isKnown = isHandover && random.chance(0.85);
    const toldAt = addMinutes(at, random.between(10, 900));
    return [
      {
        level,
        moment: { at, precision: 'minute', clock: 'none' },
        team: STAYS_IN_TEAM.includes(level) ? team : null,
        agent: index === 0 ? agent : null,
        reason,
        note: null,
        handoffDocumented: isKnown ? random.chance(0.78) : null,
        handoffBriefed: isKnown ? random.chance(0.7) : null,
        customerToldAt: isHandover && random.chance(0.6) && toldAt < asOf ? toldAt : null,
      },
    ];
  });
}

const STAYS_IN_TEAM: readonly SampleLevel[] = ['frontline', 'supervisor'];
