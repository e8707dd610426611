/** Whom the sample's actions, modules, sessions, cards and lessons belong to, by which they are known again. */
export const SAMPLE_OWNER = 'sample';
