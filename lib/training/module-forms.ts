/** How something is trained. */
export const MODULE_FORMS = ['role_play', 'scenario', 'coaching'] as const;
export type ModuleForm = (typeof MODULE_FORMS)[number];

export const MODULE_FORM_LABELS: Readonly<Record<ModuleForm, string>> = {
  role_play: 'Role-play',
  scenario: 'Scenario',
  coaching: 'Coaching',
};

/** What each form is, for whoever chooses one. */
export const MODULE_FORM_MEANINGS: Readonly<Record<ModuleForm, string>> = {
  role_play: 'One plays the customer, one the agent, one observes.',
  scenario: 'A case is read and talked through by all.',
  coaching: 'One person with a coach, from their own incidents.',
};
