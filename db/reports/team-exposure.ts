import { listWeeksAboveLimit } from '@/db/queries/exposure.ts';
import { sumMeasureBy } from '@/db/queries/measures.ts';
import { countPeople } from '@/db/queries/unit-people.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { staffTable } from '@/db/reports/staff-table.ts';
import { hidesSmallCells } from '@/lib/access.ts';
import { teamExposure } from '@/lib/analysis/skills/team-exposure.ts';
import type { Panel } from '@/lib/charts/chart-model.ts';
import { exposurePanel } from '@/lib/charts/skills/exposure-panel.ts';
import type { WhiskerChart } from '@/lib/charts/whisker-model.ts';
import { windowWords } from '@/lib/filters/day-words.ts';

/** How many severe incidents the people of each team bear against the limit of the workspace. */
export async function askExposurePanel(reading: Reading): Promise<Panel<WhiskerChart>> {
  const { snapshot, viewer, asked, settings, vocabularies, windows } = reading;
  const [sums, weeks, people] = await Promise.all([
    sumMeasureBy(snapshot, viewer, asked, 'staff_exposure', 'team'),
    listWeeksAboveLimit(snapshot, viewer, asked, settings.severeIncidentsPerWeek),
    countPeople(snapshot, viewer, { ...asked, measure: 'staff_exposure' }, 'team'),
  ]);
  const shares = people.map(({ unit, agent, incidents }) => ({
    agent,
    row: 0,
    column: unit,
    incidents,
    sums: {},
  }));
  const columns = [...new Set(people.map(({ unit }) => unit))];
  const shown = { rows: [0], columns, rowSums: false, columnSums: false, total: false };
  const [row] = staffTable(viewer, shares, shown, settings).rows;
  const told = new Set(columns.filter((_, place) => row?.cells[place]));
  const teams = teamExposure(
    vocabularies.team.filter(({ code }) => told.has(code)),
    sums.map(({ code, ...sum }) => ({ ...sum, code: code ?? 0 })),
    weeks,
    !hidesSmallCells(viewer),
  );
  return exposurePanel(teams, {
    periodWords: windowWords(windows.current),
    limit: settings.severeIncidentsPerWeek,
    hidden: columns.length - told.size,
  });
}
