import { demandAccount } from '@/db/accounts/scope.ts';
import { INCIDENT_FORM } from '@/db/commands/save-form-draft.ts';
import { type AgentOfTeam, listAgentsInScope, listOwnAgents } from '@/db/queries/document-place.ts';
import { findFormDraft } from '@/db/queries/form-drafts.ts';
import { listOfferedTerms, type OfferedTerm } from '@/db/queries/offered-terms.ts';
import { listTeams } from '@/db/queries/teams.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { formDraftPlace, openSealed } from '@/db/sealing.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { describeClock } from '@/lib/analysis/moment-words.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import type { FormEntries } from '@/lib/incident-form/incident-form.ts';

const MOST_AGENTS = 500;

/** Everything that the form of a new incident offers, and what was entered before. */
export interface IncidentFormReport {
  terms: Record<'trigger' | 'channel' | 'journeyStage' | 'level' | 'technique', readonly OfferedTerm[]>;
  /** The teams to choose from; empty for who documents only what is their own. */
  teams: readonly string[];
  agents: readonly AgentOfTeam[];
  /** Who the viewer is in the record. */
  own: readonly AgentOfTeam[];
  currency: string;
  timeZone: string;
  today: string;
  now: string;
  draft: { entries: FormEntries; savedAt: string; savedOn: string } | null;
}

/** Answers what the form of a new incident needs. `now` stands in for the clock in tests. */
export async function incidentFormReport(
  viewer: Viewer,
  options: { record?: RecordDatabase; now?: number } = {},
): Promise<IncidentFormReport> {
  demand(viewer, 'document');
  const record = options.record ?? (await theRecord());
  const now = options.now ?? Date.now();
  const inScope = viewer.teams === 'all' || viewer.teams.length > 0;
  const [workspace, terms, own, teams, agents, draft] = await Promise.all([
    findWorkspace(record),
    listOfferedTerms(record),
    listOwnAgents(record, viewer),
    inScope ? listTeams(record, viewer) : [],
    inScope ? listAgentsInScope(record, viewer, MOST_AGENTS) : [],
    findFormDraft(record, viewer, INCIDENT_FORM),
  ]);
  const timeZone = workspace?.timeZone ?? 'UTC';
  return {
    terms,
    teams: teams
      .filter(({ teamId }) => viewer.teams === 'all' || viewer.teams.includes(teamId))
      .map(({ name }) => name),
    agents,
    own,
    currency: workspace?.currency ?? 'GBP',
    timeZone,
    today: localDateAt(now, timeZone),
    now: describeClock(now, timeZone),
    draft: draft && openDraft(viewer, draft, timeZone),
  };
}

/** What was kept, opened; null where the installation has another secret by now. */
function openDraft(
  viewer: Viewer,
  { sealed, savedAt }: { sealed: string; savedAt: Date },
  timeZone: string,
): IncidentFormReport['draft'] {
  const text = openSealed(formDraftPlace(demandAccount(viewer), INCIDENT_FORM), sealed);
  if (text === null) return null;
  const at = savedAt.getTime();
  return {
    entries: JSON.parse(text),
    savedAt: describeClock(at, timeZone),
    savedOn: localDateAt(at, timeZone),
  };
}
