import { askAgentsPanel } from '@/db/reports/agent-skills.ts';
import { closeAfter, frameOf, named, onlyAnswer } from '@/db/reports/answering.ts';
import { adviseOnEmpty, askHeading } from '@/db/reports/heading.ts';
import { askOwnPanel } from '@/db/reports/own-skills.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { askGapsPanel } from '@/db/reports/skill-gaps.ts';
import { askExposurePanel } from '@/db/reports/team-exposure.ts';
import { askFunnelPanel } from '@/db/reports/team-funnel.ts';
import { askEffectsPanel, askLeapPanel, askStrataPanel } from '@/db/reports/technique-effects.ts';
import { demand, hidesSmallCells, may, type Right, type Viewer } from '@/lib/access.ts';
import type { Panel, Picture } from '@/lib/charts/chart-model.ts';
import { Forbidden } from '@/lib/errors.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { EmptyAdvice, FrameModel, HeadingModel } from '@/lib/filters/frame-model.ts';
import { guardFilters } from '@/lib/filters/guard-filters.ts';
import { DEFAULT_SKILLS, type SkillsState, toSkillsParams } from '@/lib/filters/skills-state.ts';

export const SKILL_PANELS = [
  'gaps',
  'agents',
  'own',
  'effects',
  'strata',
  'leap',
  'funnel',
  'exposure',
] as const;
export type SkillPanelId = (typeof SKILL_PANELS)[number];

/** How each panel of skills is asked. */
const ASK_SKILLS = {
  gaps: askGapsPanel,
  agents: askAgentsPanel,
  own: askOwnPanel,
  effects: askEffectsPanel,
  strata: askStrataPanel,
  leap: askLeapPanel,
  funnel: askFunnelPanel,
  exposure: askExposurePanel,
} as const satisfies Record<SkillPanelId, (reading: Reading, state: SkillsState) => Promise<Panel<Picture>>>;

type PanelOf<Id extends SkillPanelId> = Awaited<ReturnType<(typeof ASK_SKILLS)[Id]>>;

/** A page of skills: the frame is awaited first, then each panel streams on its own. */
export interface SkillsReport<Id extends SkillPanelId = SkillPanelId> {
  frame: FrameModel;
  state: SkillsState;
  kept: string;
  heading: Promise<HeadingModel>;
  advice: Promise<EmptyAdvice | null>;
  /** Null where it may not be shown to the viewer. */
  panels: { [Each in Id]: Promise<PanelOf<Each>> | null };
}

/** Asks some panels of one snapshot, which is closed when the last answer is in. `now` stands in for the clock in tests. */
export async function skillsReport<Id extends SkillPanelId>(
  viewer: Viewer,
  filters: Filters,
  ids: readonly Id[],
  options: SkillsOptions = {},
): Promise<SkillsReport<Id>> {
  demand(viewer, 'see_skills');
  const { reading, state, frame } = await openSkills(viewer, filters, options);
  const heading = named(askHeading(reading));
  const asked = ids.map((id) => [
    id,
    maySee(viewer, id) ? named<Panel<Picture>>(ASK_SKILLS[id](reading, state)) : null,
  ]);
  const advice = named(heading.then(({ shown }) => adviseOnEmpty(reading, shown)));
  const panels = Object.fromEntries(asked) as SkillsReport<Id>['panels'];
  closeAfter(reading, [
    heading,
    advice,
    ...Object.values<Promise<unknown> | null>(panels).flatMap((each) => each ?? []),
  ]);
  return { frame, state, kept: toSkillsParams(state), heading, advice, panels };
}

/** One panel by itself, with the frame that it stands in: what files are made from. */
export async function skillsPanel(
  viewer: Viewer,
  filters: Filters,
  id: SkillPanelId,
  options: SkillsOptions = {},
): Promise<{ frame: FrameModel; panel: Panel<Picture> }> {
  demand(viewer, rightFor(id));
  if (id === 'agents' && hidesSmallCells(viewer))
    throw new Forbidden('Figures of single people are not shown to this account.');
  const { reading, state, frame } = await openSkills(viewer, filters, options);
  return { frame, panel: await onlyAnswer<Panel<Picture>>(reading, () => ASK_SKILLS[id](reading, state)) };
}

interface SkillsOptions {
  record?: RecordDatabase;
  now?: number;
  state?: SkillsState;
}

async function openSkills(
  viewer: Viewer,
  filters: Filters,
  { record, now, state = DEFAULT_SKILLS }: SkillsOptions,
) {
  const guarded = hidesSmallCells(viewer) ? guardFilters(filters) : filters;
  const reading = await openReading(record ?? (await theRecord()), viewer, guarded, now);
  return { reading, state, frame: await frameOf(reading) };
}

/** Single people are shown to those alone who may see small groups, own skills to whoever handles incidents. */
function maySee(viewer: Viewer, id: SkillPanelId): boolean {
  if (id === 'own') return (viewer.agents ?? []).length > 0;
  return may(viewer, rightFor(id)) && (id !== 'agents' || !hidesSmallCells(viewer));
}

function rightFor(id: SkillPanelId): Right {
  return id === 'own' ? 'see_skills' : 'see_team_skills';
}
