/** All that a cell can hold, in UTF-16 units; a program that opens more calls the file damaged. */
export const LONGEST_CELL = 32_767;
const CUT = '… (cut: a cell holds no more; CSV has all of it)';

/**
 * A text as the XML of a sheet can hold it: cut where a cell holds no more, and saying so. Control characters are
 * written as `_x0001_`, as spreadsheet programs do (ECMA-376, ST_Xstring), and what already looks so is escaped; half
 * a surrogate pair becomes a replacement mark.
 */
export function toCellText(text: string): string {
  const cut = text.length <= LONGEST_CELL ? text : `${beginning(text, LONGEST_CELL - CUT.length)}${CUT}`;
  return cut
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(CONTROLS, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(NO_CHARACTERS, '\ufffd');
}

const CONTROLS = /(?![\t\n])\p{Cc}/gu;
/** Half of a pair, and the two that Unicode keeps for itself. */
const NO_CHARACTERS = /[\p{Cs}\ufffe\uffff]/gu;

/** Not through the middle of a pair. */
function beginning(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
