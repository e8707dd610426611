/**
 * What a measure counts below the line. Whatever it is, a link opens the distinct incidents that it belongs to and says
 * both numbers: 291 incidents `with` 412 steps, 712 incidents `in` 65,210 contacts.
 */
export const GRAINS = {
  incident: { one: 'incident', many: 'incidents', among: 'of' },
  step: { one: 'step', many: 'steps', among: 'with' },
  /** A step as a stretch of time: how long the case stayed with it. */
  stay: { one: 'stay', many: 'stays', among: 'with' },
  follow_up: { one: 'follow-up', many: 'follow-ups', among: 'with' },
  contact: { one: 'contact', many: 'contacts', among: 'in' },
  agent_week: { one: 'agent-week', many: 'agent-weeks', among: 'in' },
} as const;

export type Grain = keyof typeof GRAINS;
