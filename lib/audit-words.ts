/** What the audit log's actions are called. One that is not here is shown by its id. */
const ACTION_LABELS: Record<string, string> = {
  account_changed: 'Account changed',
  account_disabled: 'Account disabled',
  account_enabled: 'Account enabled',
  account_invited: 'Account invited',
  account_joined: 'Invitation used',
  account_left: 'Account closed',
  account_link_asked: 'Link to a new password asked for',
  account_link_made: 'One-time link made',
  account_mail_failed: 'One-time link not sent',
  account_mail_sent: 'One-time link sent',
  agents_named: 'Agents named',
  event_added: 'Event added',
  event_changed: 'Event changed',
  event_deleted: 'Event deleted',
  export: 'Taken out',
  identity_bound: 'Identity bound',
  'import.done': 'Import done',
  'import.start': 'Import begun',
  'import.failed': 'Import stopped',
  import_undone: 'Import undone',
  incident_counted_again: 'Incident counted again',
  incident_documented: 'Incident documented',
  incident_set_aside: 'Incident set aside',
  incidents_recorded: 'Incidents recorded',
  key_made: 'Key made',
  key_revoked: 'Key revoked',
  lesson_changed: 'Lesson changed',
  lesson_checked: 'Lesson asked whether it is still true',
  lesson_shared: 'Lesson shared',
  measures_chosen: 'Measures chosen',
  module_changed: 'Training module changed',
  module_made: 'Training module made',
  password_changed: 'Password changed',
  password_reset: 'Password reset by link',
  pattern_changed: 'Pattern changed',
  pattern_factor_removed: 'Fishbone entry removed',
  pattern_factor_set: 'Fishbone entry set',
  pattern_incident_linked: 'Incident linked to a pattern',
  pattern_incident_unlinked: 'Incident taken from a pattern',
  pattern_kept: 'Pattern kept',
  pattern_note_added: 'Note added to a pattern',
  pattern_whys_written: 'Whys of a pattern written',
  person_erased: 'Person erased',
  person_erased_elsewhere: 'Person erased elsewhere',
  person_looked_for: 'Person looked for',
  rebase_undone: 'Re-basing undone',
  recovery_codes_made: 'Recovery codes made',
  redaction_chosen: 'Redaction chosen',
  report_asked: 'Report asked for',
  report_not_sent: 'Report not sent',
  report_removed: 'Report removed',
  report_retried: 'Report tried again',
  report_sent: 'Report sent',
  reports_expired: 'Old reports removed',
  sample_loaded: 'Sample loaded',
  sample_removed: 'Sample removed',
  retention_applied: 'Too old, removed',
  retention_chosen: 'Retention chosen',
  scenario_changed: 'Scenario card changed',
  scenario_made: 'Scenario card made',
  schedule_made: 'Schedule made',
  schedule_paused: 'Schedule paused',
  schedule_removed: 'Schedule removed',
  schedule_resumed: 'Schedule resumed',
  schedule_run: 'Schedule run by hand',
  second_factor_removed: 'Second factor removed',
  second_factor_set: 'Second factor set',
  series_rebased: 'Chart re-based',
  session_attendance_marked: 'Attendance marked',
  session_changed: 'Training session changed',
  session_ended: 'Session ended',
  session_people_asked: 'People asked to a training session',
  session_planned: 'Training session planned',
  session_removed: 'Training session removed',
  sign_in: 'Signed in',
  sign_in_refused: 'Sign-in refused',
  sign_out: 'Signed out',
  target_changed: 'Target changed',
  target_deleted: 'Target deleted',
  target_set: 'Target set',
  taxonomy_added: 'Value added',
  taxonomy_changed: 'Value described anew',
  taxonomy_merged: 'Value merged',
  taxonomy_moved: 'Value moved in its list',
  taxonomy_ranked: 'Level ranked',
  taxonomy_renamed: 'Value renamed',
  taxonomy_restored: 'Value brought back',
  taxonomy_retired: 'Value retired',
  taxonomy_separated: 'Value separated',
  time_zone_changed: 'Time zone changed',
  view_changed: 'View changed',
  view_removed: 'View removed',
  view_saved: 'View saved',
  volumes_recorded: 'Contact volumes recorded',
  volumes_set: 'Contact volumes set',
  workspace_changed: 'Workspace changed',
  workspace_set_up: 'Workspace set up',
};

/** An action of the audit log in words: the label that is known, or its id with spaces. */
export function describeAction(action: string): string {
  if (Object.hasOwn(ACTION_LABELS, action)) return ACTION_LABELS[action] ?? action;
  const words = action.replace(/[_.]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a row says besides, as words: "roles: qa, admin; days: 30". Values are ids, numbers and field names. */
export function describeDetail(detail: Record<string, unknown>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name.replace(/([A-Z])/g, ' $1').toLowerCase()}: ${describeValue(value)}`)
    .join('; ');
}

function describeValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(describeValue).join(', ');
  if (value === null) return 'none';
  if (value === true || value === false) return value ? 'yes' : 'no';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
