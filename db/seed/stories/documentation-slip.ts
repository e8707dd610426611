import { ORDINARY_ODDS, type Story } from '../story.ts';

/**
 * At one site documenting slips: from then on each thing to be written down is left out nearly four times as often.
 * To be found: a lower completeness at this site only, and more unknown values in everything that is read there.
 */
export const documentationSlipTruth = {
  site: 'Easton Park',
  fromWeeksAgo: 26,
  forgottenBefore: ORDINARY_ODDS.forgotten,
  forgotten: 0.3,
} as const;

export const documentationSlip: Story = {
  id: 'documentation-slip',
  odds: ({ day, team }, odds, calendar) => {
    const { site, fromWeeksAgo, forgotten } = documentationSlipTruth;
    return team.site === site && day >= calendar.weeksAgo(fromWeeksAgo) ? { ...odds, forgotten } : odds;
  },
};
