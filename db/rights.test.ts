import { describe, expect, it } from 'vitest';
import { type AskedFunction, listAskedFunctions } from '@/db/testing/asked-functions.ts';
import { KEY_SCOPES, may, type Right, ROLES, type Viewer } from '@/lib/access.ts';
import { Forbidden } from '@/lib/errors.ts';

/**
 * The right that each report and command demands before it does anything. Null where the function that calls it has
 * asked, the one that it hands everything to asks, or the right depends on what is changed.
 */
const DEMANDED: Record<string, Right | null> = {
  'commands/add-event.ts addEvent': 'administer',
  'commands/separate-term.ts separateTerm': 'administer',
  'commands/retire-term.ts retireTerm': 'administer',
  'commands/move-term.ts moveTerm': 'administer',
  'commands/merge-term.ts mergeTerm': 'administer',
  'commands/rank-term.ts rankTerm': 'administer',
  'reports/taxonomy.ts taxonomyReport': 'administer',
  'reports/taxonomy.ts vocabularyReport': 'administer',
  'reports/term.ts termReport': 'administer',
  'commands/change-term.ts changeTerm': 'administer',
  'commands/add-term.ts addTerm': 'administer',
  'commands/add-pattern-note.ts addPatternNote': 'keep_patterns',
  'commands/apply-retention.ts applyRetention': 'administer',
  'commands/change-account.ts changeAccount': 'administer',
  'commands/change-event.ts changeEvent': 'administer',
  'commands/change-lesson.ts changeLesson': 'train',
  'commands/change-module.ts changeModule': 'train',
  'commands/check-lesson.ts checkLesson': 'train',
  'commands/change-scenario.ts changeScenario': 'train',
  'commands/change-session.ts changeSession': 'train',
  'commands/change-own-password.ts changeOwnPassword': null,
  'commands/change-pattern.ts changePattern': 'keep_patterns',
  'commands/change-target.ts changeTarget': null,
  'commands/change-time-zone.ts changeTimeZone': 'administer',
  'commands/choose-view.ts chooseFirstView': null,
  'commands/choose-view.ts chooseView': null,
  'commands/choose-view.ts leaveView': null,
  'commands/remove-view.ts removeView': null,
  'commands/save-view.ts saveView': null,
  'commands/update-view.ts updateView': null,
  'reports/views.ts firstViewOf': null,
  'reports/views.ts listViewsOf': null,
  'reports/views.ts viewsReport': null,
  'commands/change-workspace.ts changeWorkspace': 'administer',
  'commands/choose-list-look.ts chooseListLook': 'see_incidents',
  'commands/choose-measures.ts chooseMeasures': 'administer',
  'commands/choose-redaction.ts chooseRedaction': 'administer',
  'commands/choose-retention.ts chooseRetention': 'administer',
  'commands/erase-person.ts erasePerson': 'administer',
  'commands/find-person.ts findPerson': 'administer',
  'commands/import-events.ts importEvents': 'import',
  'commands/disable-account.ts disableAccount': 'administer',
  'commands/enable-account.ts enableAccount': 'administer',
  'commands/end-session.ts endSession': null,
  'commands/import-file.ts importFile': 'import',
  'commands/import-table.ts importTable': null,
  'commands/import-upload.ts importUpload': null,
  'commands/keep-pattern.ts keepPattern': 'keep_patterns',
  'commands/link-incident.ts linkIncident': 'keep_patterns',
  'commands/load-first-sample.ts loadFirstSample': null,
  'commands/import-volumes.ts importVolumes': 'import',
  'commands/invite-account.ts inviteAccount': 'administer',
  'commands/invite-people.ts invitePeople': 'train',
  'commands/load-sample.ts loadSample': 'administer',
  'commands/load-workspace-sample.ts loadWorkspaceSample': null,
  'commands/make-account-link.ts makeAccountLink': 'administer',
  'commands/make-api-key.ts makeApiKey': 'administer',
  'commands/make-module.ts makeModule': 'train',
  'commands/make-scenario.ts makeScenario': 'train',
  'commands/mark-attendance.ts markAttendance': 'train',
  'commands/name-agents.ts nameAgents': 'name_agents',
  'commands/plan-session.ts planSession': 'train',
  'commands/mark-as-left.ts markAsLeft': 'administer',
  'commands/note-export.ts noteExport': null,
  'commands/rebase-series.ts rebaseSeries': 'rebase_series',
  'commands/redact-record.ts redactRecord': 'administer',
  'commands/document-incident.ts documentIncident': 'document',
  'commands/save-form-draft.ts dropFormDraft': 'document',
  'commands/save-form-draft.ts saveFormDraft': 'document',
  'reports/export-incidents.ts exportIncidents': 'export',
  'reports/incident-form.ts incidentFormReport': 'document',
  'commands/record-incidents.ts recordIncidents': 'import',
  'commands/record-volumes.ts recordVolumes': 'import',
  'commands/remove-event.ts removeEvent': 'administer',
  'commands/remove-factor.ts removeFactor': 'keep_patterns',
  'commands/remove-sample.ts removeSample': 'administer',
  'commands/remove-second-factor.ts removeOwnSecondFactor': null,
  'commands/remove-second-factor.ts removeSecondFactor': 'administer',
  'commands/remove-session.ts removeSession': 'train',
  'commands/remove-target.ts removeTarget': null,
  'commands/reveal-original.ts revealOriginal': 'reveal',
  'commands/review-signal.ts reviewSignal': 'improve',
  'commands/revoke-api-key.ts revokeApiKey': 'administer',
  'commands/send-account-link.ts sendAccountLink': 'administer',
  'commands/set-factor.ts setFactor': 'keep_patterns',
  'commands/share-lesson.ts shareLesson': 'train',
  'commands/set-target.ts setTarget': null,
  'commands/count-incident-again.ts countIncidentAgain': 'review',
  'commands/set-incident-aside.ts setIncidentAside': 'review',
  'reports/incident-patterns.ts patternsOfIncident': 'see_reports',
  'reports/incident-standing.ts askStanding': null,
  'reports/palette.ts paletteReport': null,
  'reports/set-aside.ts setAsideReport': 'see_incidents',
  'commands/set-volumes.ts setVolumes': 'administer',
  'commands/undo-rebase.ts undoRebase': 'rebase_series',
  'commands/undo-signal-review.ts undoSignalReview': 'improve',
  'commands/undo-volumes.ts undoVolumes': 'import',
  'commands/unlink-incident.ts unlinkIncident': 'keep_patterns',
  'commands/write-whys.ts writeWhys': 'keep_patterns',
  'reports/events.ts eventReport': 'administer',
  'reports/events.ts eventsReport': 'administer',
  'reports/accounts.ts accountReport': 'administer',
  'reports/accounts.ts accountsReport': 'administer',
  'reports/accounts.ts ownAccountReport': null,
  'reports/api-keys.ts apiKeysReport': 'administer',
  'reports/audit-log.ts auditChainReport': 'administer',
  'reports/audit-log.ts auditReport': 'administer',
  'reports/audit-log.ts auditRows': 'administer',
  'reports/filter-options.ts filterOptions': 'see_incidents',
  'reports/import-parts.ts readProblems': null,
  'reports/imports.ts importProgress': 'import',
  'reports/imports.ts importReport': 'import',
  'reports/imports.ts importsReport': 'import',
  'reports/imports.ts rejectedRows': 'import',
  'reports/incident.ts incidentReport': 'see_incidents',
  'reports/incidents.ts incidentsReport': 'see_incidents',
  'reports/list-look.ts listLookOf': null,
  'reports/neighbours.ts neighboursOf': 'see_incidents',
  'reports/kept-pattern.ts keptPatternReport': 'see_reports',
  'reports/kept-patterns.ts keptPatternsReport': 'see_reports',
  'reports/lesson.ts lessonReport': 'see_skills',
  'reports/lesson.ts newLessonReport': 'train',
  'reports/lessons.ts lessonsReport': 'see_skills',
  'reports/measure-settings.ts measuresReport': 'set_targets',
  'reports/measure-settings.ts targetReport': 'set_targets',
  'reports/overview.ts overviewPanel': 'see_reports',
  'reports/overview.ts overviewReport': 'see_reports',
  'reports/pack.ts makePack': null,
  'reports/pack-file.ts packFile': null,
  'reports/pack-file.ts packIncidents': 'export',
  'reports/pack-pages.ts askPackPage': null,
  'reports/patterns.ts patternsPanel': 'see_reports',
  'reports/patterns.ts patternsReport': 'see_reports',
  'reports/reading.ts openReading': null,
  'reports/retention.ts retentionReport': 'administer',
  'reports/staff-table.ts ownFigures': null,
  'reports/staff-table.ts staffTable': null,
  'reports/sums-together.ts sumsTogether': null,
  'reports/table-imports.ts tableImportReport': 'administer',
  'reports/table-imports.ts tableImportsReport': 'administer',
  'reports/volumes.ts volumesOfDayReport': 'administer',
  'reports/volumes.ts volumesOfMonthReport': 'administer',
  'reports/volumes.ts volumesReport': 'administer',
  'reports/skill-gaps.ts skillGaps': 'see_team_skills',
  'reports/skills.ts skillsPanel': 'see_team_skills',
  'reports/skills.ts skillsReport': 'see_skills',
  'reports/team-choices.ts teamChoices': null,
  'reports/scenarios.ts checkedScenario': 'train',
  'reports/scenarios.ts newScenarioReport': 'train',
  'reports/scenarios.ts scenarioReport': 'see_training',
  'reports/scenarios.ts scenariosReport': 'see_training',
  'reports/training-choices.ts moduleReport': 'see_training',
  'reports/training-choices.ts newModuleReport': 'train',
  'reports/training-choices.ts newSessionReport': 'train',
  'reports/training-session.ts sessionReport': 'see_training',
  'reports/training.ts trainingReport': 'see_skills',
  'reports/workspace-settings.ts workspaceReport': 'administer',
};

const asked = [...listAskedFunctions('reports'), ...listAskedFunctions('commands')];
const demanding = asked.flatMap((one) => {
  const right = DEMANDED[one.name];
  return right ? [{ one, name: one.name, right }] : [];
});
const WHO: Viewer[] = [
  ...ROLES.map((role): Viewer => ({ actor: role, roles: [role], teams: 'all', agents: [1] })),
  ...KEY_SCOPES.map(
    (scope): Viewer => ({ actor: `key: ${scope}`, roles: [], scopes: [scope], teams: 'all' }),
  ),
  { actor: 'nobody', roles: [], teams: 'all' },
];

it('each report and command that is asked on somebody’s behalf has its row above, and no other has one', () => {
  expect(asked.map(({ name }) => name).toSorted()).toEqual(Object.keys(DEMANDED).toSorted());
});

describe.each(demanding)('$name demands the right to $right', ({ one, right }) => {
  it.each(WHO.filter((viewer) => !may(viewer, right)))(
    'and refuses $actor before anything else',
    async (viewer) => {
      await expect(call(one, viewer)).rejects.toThrow(Forbidden);
    },
  );
});

/** Calls with a viewer and nothing in the rest: whatever it did before it asked for the right would fail otherwise. */
async function call({ path, exported, viewerAt }: AskedFunction, viewer: Viewer): Promise<unknown> {
  const module: Record<string, (...given: unknown[]) => unknown> = await import(path);
  const answer = module[exported]?.(...Array(viewerAt).fill({}), viewer, {}, {}, {}, {});
  return isGenerator(answer) ? answer.next() : answer;
}

function isGenerator(answer: unknown): answer is AsyncGenerator {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}
