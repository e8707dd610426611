/** How the id of an error begins that says: the database did not answer. */
export const AWAY_PREFIX = 'database-';
