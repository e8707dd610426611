import { z } from 'zod';
import { COUNTRIES, CURRENCIES } from './countries.ts';
import { line, percentOrNone, versionField, wholeNumber } from './form-fields.ts';
import { isTimeZone } from './time-zones.ts';
import { LONGEST_REPORT_DAYS } from './workspace-settings.ts';

/** What an organisation is called, where it is, and by which numbers figures about staff are told. */
export const workspaceForm = z.object({
  version: versionField,
  name: line('a name for the workspace, such as that of your organisation', 100),
  country: z.enum(COUNTRIES, 'Choose a country from the list.'),
  currency: z.enum(CURRENCIES, 'Choose a currency from the list.'),
  minimumIncidents: wholeNumber(1, 1000),
  minimumAgents: wholeNumber(1, 100),
  severeIncidentsPerWeek: wholeNumber(1, 100),
  minimumOpportunities: wholeNumber(1, 1000),
  skillStandard: percentOrNone(1, 99),
  reportDays: wholeNumber(1, LONGEST_REPORT_DAYS),
});
export type WorkspaceChange = z.infer<typeof workspaceForm>;

/** Another zone, and the word that every time of day may be counted anew. */
export const timeZoneForm = z.object({
  version: versionField,
  timeZone: z.string('Choose a time zone.').refine(isTimeZone, 'Choose a time zone from the list.'),
  recount: z.literal('on', 'Tick this box: the zone cannot change without it.'),
});
export type TimeZoneChange = Pick<z.infer<typeof timeZoneForm>, 'version' | 'timeZone'>;
