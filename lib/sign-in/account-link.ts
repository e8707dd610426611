export const LINK_PURPOSES = ['invite', 'reset'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** How long a one-time link works: an invitation over a weekend, a new password within a day. */
export const LINK_HOURS: Record<LinkPurpose, number> = { invite: 72, reset: 24 };
