/** What becomes of the original where something personal was taken out of a text. */
export const REDACTION_MODES = ['sealed', 'dropped', 'off'] as const;
export type RedactionMode = (typeof REDACTION_MODES)[number];

export const REDACTION_LABELS: Record<RedactionMode, string> = {
  sealed: 'Redact; keep the original sealed',
  dropped: 'Redact; keep no original',
  off: 'Do not redact',
};
