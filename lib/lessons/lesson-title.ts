// By itself, so that the form in the browser does not load what the server reads it with.
export const LONGEST_LESSON_TITLE = 120;
