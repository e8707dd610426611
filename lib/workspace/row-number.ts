const LARGEST = 2_147_483_647;

/** The number of a row in an address; null for what cannot be one. */
export function toRowNumber(text: string): number | null {
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= LARGEST ? Number(text) : null;
}

/** The number of an incident as somebody writes it, `1042`, or a page shows it, `INC-1 042`; null for what cannot be one. */
export function toIncidentNumber(text: string): number | null {
  return toRowNumber(text.replace(/\s/g, '').replace(/^INC-/i, ''));
}

/** Which page of a list an address asks for; the first where it does not say. */
export function toPageNumber(text: string | readonly string[] | undefined): number {
  return typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}
