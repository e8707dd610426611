/** Why the database cannot be used: one line that says what to do, to be printed without a stack. Exit status not 0. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
