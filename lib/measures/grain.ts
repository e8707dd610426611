/**
 * What a measure counts below the line. Whatever it is, a link opens the distinct incidents that it belongs to and says
 * both numbers.
 */
export const GRAINS = {
  incident: { one: 'incident', many: 'incidents' },
  step: { one: 'step', many: 'steps' },
  /** A step as a stretch of time: how long the case stayed with it. */
  stay: { one: 'stay', many: 'stays' },
  follow_up: { one: 'follow-up', many: 'follow-ups' },
  contact: { one: 'contact', many: 'contacts' },
  agent_week: { one: 'agent-week', many: 'agent-weeks' },
} as const;

export type Grain = keyof typeof GRAINS;
