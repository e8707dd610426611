/** Numbers of products, paths and incidents are given by whoever holds it, so that none is given twice. */
export const WRITERS_LOCK = 7_201_002;
