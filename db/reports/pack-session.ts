import { standWithout } from '@/db/reports/pack-lists.ts';
import type { AskedPage } from '@/db/reports/pack-pages.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { sessionReport } from '@/db/reports/training-session.ts';
import type { Viewer } from '@/lib/access.ts';
import { formatDate } from '@/lib/charts/format.ts';
import { NotFound } from '@/lib/errors.ts';
import { NAMED_PAGES, PACK_PAGES } from '@/lib/packs/pack-pages.ts';
import { toPackPanel } from '@/lib/packs/to-pack-panel.ts';
import { toRowNumber } from '@/lib/workspace/row-number.ts';

/** Asks the page of a training session for its effect. Throws NotFound where there is none to tell, or no session. */
export async function askSession(
  viewer: Viewer,
  asked: URLSearchParams,
  options: { record?: RecordDatabase; now?: number },
): Promise<AskedPage> {
  const given = asked.get(NAMED_PAGES.session) ?? '';
  const sessionId = toRowNumber(given);
  if (sessionId === null) throw new NotFound(`There is no session ${given}.`);
  const { session, effect } = await sessionReport(viewer, sessionId, options);
  if (typeof effect === 'string') throw new NotFound('There is nothing to tell of this session yet.');
  const { frame, heading } = await standWithout(viewer, 'period=all', options);
  const { panels, path } = PACK_PAGES.session;
  const { shares, changes, charts } = effect;
  const practised = session.techniques.map(({ label }) => label).join(', ');
  return {
    title: `${session.module}, ${formatDate(session.heldOn)}`,
    frame: { ...frame, sentence: `Incidents with ${practised}` },
    path: `${path}/${sessionId}`,
    kept: '',
    named: `${NAMED_PAGES.session}=${sessionId}`,
    heading,
    panels: [
      toPackPanel('shares', panels.shares, shares),
      toPackPanel('changes', panels.changes, changes),
      ...(charts
        ? [
            toPackPanel('trained', panels.trained, charts.trained),
            toPackPanel('compared', panels.compared, charts.compared),
          ]
        : []),
    ],
  };
}
