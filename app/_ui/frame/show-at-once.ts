/**
 * A script for the head of every page. React lets what it streams appear 300 ms after the first paint at the soonest, also
 * what has arrived long before; the moment of that paint, which it keeps in the window, is told to be over. Written without
 * a sign that a page escapes.
 */
export const SHOW_WHAT_HAS_ARRIVED =
  'Object.defineProperty(window, `$RT`, { get() { return -300; }, set() {} })';
