/** So many characters a pattern's name has at most. */
export const LONGEST_NAME = 120;
/** So many whys a pattern has at most. */
export const WHYS = 5;
