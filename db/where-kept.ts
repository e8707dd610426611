import { and, eq, inArray, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { accountIdOf } from '@/db/accounts/scope.ts';
import { session, user } from '@/db/schema/accounts.ts';
import { formDraft } from '@/db/schema/form-drafts.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { target } from '@/db/schema/improvement.ts';
import { incident } from '@/db/schema/incidents.ts';
import { lesson, lessonTeam } from '@/db/schema/lessons.ts';
import { agent, event, eventTeam, site, team } from '@/db/schema/organisation.ts';
import { preference } from '@/db/schema/preferences.ts';
import { report, reportSchedule } from '@/db/schema/reports.ts';
import { trainingAttendance, trainingSession, trainingSessionTeam } from '@/db/schema/training.ts';
import { savedView, viewChoice } from '@/db/schema/views.ts';
import { may, type Viewer } from '@/lib/access.ts';

// The other half of where.ts: what a viewer may see of everything that is no incident. Conditions stand in these two
// files and nowhere else.

/** The teams whose names the viewer may see: those in scope, and the ones that own incidents were handled in. */
export function whereTeams(viewer: Viewer): SQL | undefined {
  if (viewer.teams === 'all') return undefined;
  const inScope = inArray(team.teamId, [...viewer.teams]);
  if (!viewer.agents?.length) return inScope;
  const own = [...viewer.agents];
  return or(
    inScope,
    sql`${team.teamId} in (select a.team_id from ${agent} as a where ${inArray(sql`a.agent_id`, own)})`,
    sql`${team.teamId} in (select i.team_id from ${incident} as i where ${inArray(sql`i.agent_id`, own)})`,
  );
}

/** The sites whose names the viewer may see: those in which incidents in scope occurred. */
export function whereSites({ teams }: Viewer, inScope: readonly number[]): SQL | undefined {
  return teams === 'all' ? undefined : inArray(site.siteId, [...inScope]);
}

/** The events that concern everybody, or a team that the viewer may see; all for who keeps them. */
export function whereEvents(viewer: Viewer): SQL | undefined {
  if (viewer.teams === 'all' || may(viewer, 'administer')) return undefined;
  const own = inArray(eventTeam.teamId, [...viewer.teams]);
  return sql`(not exists (select 1 from ${eventTeam} where ${eventTeam.eventId} = ${event.eventId})
    or exists (select 1 from ${eventTeam} where ${eventTeam.eventId} = ${event.eventId} and ${own}))`;
}

/** The targets of the workspace, and those of the teams that the viewer may see; all for who keeps them. */
export function whereTargets(viewer: Viewer): SQL | undefined {
  if (viewer.teams === 'all' || may(viewer, 'administer')) return undefined;
  return or(isNull(target.teamId), inArray(target.teamId, [...viewer.teams]));
}

/**
 * The training sessions of which the viewer sees all teams. Whoever is an agent sees those that they are asked to, and
 * nothing of them but that.
 */
export function whereTraining({ teams, agents = [] }: Viewer): SQL | undefined {
  if (teams === 'all') return undefined;
  const session = trainingSession.trainingSessionId;
  const of = trainingSessionTeam;
  const inTeams = sql`exists (select 1 from ${of} where ${of.trainingSessionId} = ${session})
    and not exists (select 1 from ${of} where ${of.trainingSessionId} = ${session}
      and ${notInArray(of.teamId, [...teams])})`;
  const asked = sql`exists (select 1 from ${trainingAttendance} where ${trainingAttendance.trainingSessionId} = ${session}
    and ${inArray(trainingAttendance.agentId, [...agents])})`;
  return or(teams.length > 0 ? inTeams : sql`false`, agents.length > 0 ? asked : undefined);
}

/** The lessons that went to all teams, to one that the viewer belongs to or looks after, and those that they shared. */
export function whereLessons(viewer: Viewer): SQL | undefined {
  const { teams, agents = [], actor } = viewer;
  if (teams === 'all') return undefined;
  const { lessonId } = lesson;
  const isOwn = or(
    inArray(lessonTeam.teamId, [...teams]),
    sql`${lessonTeam.teamId} in (select a.team_id from ${agent} as a where ${inArray(sql`a.agent_id`, [...agents])})`,
  );
  return or(
    eq(lesson.sharedBy, actor),
    sql`not exists (select 1 from ${lessonTeam} where ${lessonTeam.lessonId} = ${lessonId})`,
    sql`exists (select 1 from ${lessonTeam} where ${lessonTeam.lessonId} = ${lessonId} and ${isOwn})`,
  );
}

/** The accounts that the viewer may look at: all for whoever keeps them, one's own for everybody else. */
export function whereAccounts(viewer: Viewer): SQL | undefined {
  return may(viewer, 'administer') ? undefined : ownedBy(user.id, viewer);
}

/** The accounts that are in use: neither disabled nor closed. */
export function whereActive(): SQL | undefined {
  return and(isNull(user.disabledAt), isNull(user.leftAt));
}

/** The sessions that the viewer may look at and end. */
export function whereSessions(viewer: Viewer): SQL | undefined {
  return may(viewer, 'administer') ? undefined : ownedBy(session.userId, viewer);
}

/** What belongs to the house as a whole, such as keys and the audit log: all for whoever keeps it, else nothing. */
export function whereHousekeeping(viewer: Viewer): SQL | undefined {
  return may(viewer, 'administer') ? undefined : sql`false`;
}

/** Imports belong to no team: whoever may import sees them all, everybody else none. */
export function whereImports(viewer: Viewer): SQL | undefined {
  return may(viewer, 'import') ? undefined : sql`false`;
}

/** The names of the files that incidents came in by: for whoever imports, and whoever sees every incident. */
export function whereImportNames(viewer: Viewer): SQL | undefined {
  return viewer.teams === 'all' ? undefined : whereImports(viewer);
}

/** The views that the viewer saved, and those that are shared with everybody or with a team in scope. */
export function whereViews(viewer: Viewer): SQL | undefined {
  const { ownerAccount, scope, teamId } = savedView;
  const ofTeams =
    viewer.teams === 'all' ? eq(scope, 'team') : and(eq(scope, 'team'), inArray(teamId, [...viewer.teams]));
  return or(eq(ownerAccount, viewer.actor), eq(scope, 'all'), ofTeams);
}

/** The reports that the viewer asked for. */
export function whereReports(viewer: Viewer): SQL {
  return eq(report.account, viewer.actor);
}

/** The reports that the viewer may open by what they are called: their own, and all for whoever sees all teams. */
export function whereOpenReports(viewer: Viewer): SQL | undefined {
  return viewer.teams === 'all' && may(viewer, 'build_reports') ? undefined : whereReports(viewer);
}

/** What the viewer did themselves, of all that the audit log holds. */
export function whereOwnDeeds(viewer: Viewer): SQL {
  return eq(auditLog.actor, viewer.actor);
}

/** The schedules of the viewer. */
export function whereSchedules(viewer: Viewer): SQL {
  return eq(reportSchedule.ownerAccount, viewer.actor);
}

/** What somebody has entered in a form and not sent: nobody else's. */
export function whereFormDrafts(viewer: Viewer): SQL {
  return ownedBy(formDraft.userId, viewer);
}

/** What somebody chose for themselves. */
export function whereViewChoices(viewer: Viewer): SQL {
  return ownedBy(viewChoice.userId, viewer);
}

/** How somebody wants what they look at to look. */
export function wherePreferences(viewer: Viewer): SQL {
  return ownedBy(preference.userId, viewer);
}

function ownedBy(column: AnyPgColumn, viewer: Viewer): SQL {
  const own = accountIdOf(viewer);
  return own === null ? sql`false` : eq(column, own);
}
