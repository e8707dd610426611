/**
 * Why a target is missed and what would reach it, by the id of the target, in words for whoever reads the document. A
 * miss without words is said to have none.
 */
export const MISSES: Readonly<Record<string, string>> = {};
