export const LINK_PURPOSES = ['invite', 'reset'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** How long a one-time link works: an invitation over a weekend, a new password within a day. */
export const LINK_HOURS: Record<LinkPurpose, number> = { invite: 72, reset: 24 };

/** The path at which a one-time link is used. */
export function joinPath(token: string): string {
  return `/join?${new URLSearchParams({ token })}`;
}

/** Whether the owner of an account was sent a link: to which address, or why not. */
export type SentLink = { isSent: true; to: string } | { isSent: false; to: string; why: string };
