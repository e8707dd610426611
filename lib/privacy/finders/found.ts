/** A place in a text, and the value by which two spellings of the same thing are known as one. */
export interface Found {
  start: number;
  end: number;
  key: string;
}

/** Looks through a text once. The time that it takes grows with the text and never faster. */
export type Finder = (text: string, country: string) => Found[];

/** What stands before a place, as far as a rule looks back for the word that decides. */
export function before(text: string, at: number, length = 40): string {
  return text.slice(Math.max(0, at - length), at);
}

/** Where the named group of a match stands, which is the end of the whole match. */
export function groupAtEnd(
  match: RegExpExecArray,
  name: string,
): { start: number; end: number; value: string } {
  const value = match.groups?.[name] ?? '';
  const end = match.index + match[0].length;
  return { start: end - value.length, end, value };
}
