const PART = /^[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,60}$/u;
const MOST_PARTS = 5;

/**
 * The parts of a folder below the folder of reports, as a person gives it: "weekly/billing". Null for anything that
 * could lead out of it or mean something to a system: "..", a leading dot or slash, a drive, a backslash.
 */
export function folderParts(text: string): string[] | null {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  const parts = trimmed.split('/');
  if (parts.length > MOST_PARTS) return null;
  return parts.every((part) => PART.test(part) && !/[ .]$/.test(part)) ? parts : null;
}
