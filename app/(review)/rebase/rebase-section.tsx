import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import type { Rebasing } from '@/db/reports/rebasing.ts';
import { formatCounted, formatDate } from '@/lib/charts/format.ts';
import { undoChartRebase } from './actions.ts';
import style from './rebase.module.css';
import { RebaseForm } from './rebase-form.tsx';

interface RebaseSectionProps {
  rebasing: Rebasing;
  /** The filters of the page. */
  query: string;
}

/** What the button says that shows the section; suggestions as small as chance makes them are found inside. */
export function rebaseLabel({ suggestions }: Rebasing): string {
  const large = suggestions.filter(({ isLarge }) => isLarge).length;
  return large === 0 ? 'Re-base' : `Re-base (${large} suggested)`;
}

/** Where the limits of the chart begin anew, where they could, and the way to say so. */
export function RebaseSection({ rebasing, query }: RebaseSectionProps) {
  const { measure, refusal, made, suggestions } = rebasing;
  if (refusal) return <p className={style.section}>{refusal}</p>;
  return (
    <div className={style.section}>
      <p className="quiet">
        Where a process was changed, its limits begin anew, and the old ones stay drawn. Everybody who looks
        at these incidents sees it, in any period.
      </p>
      {made.length > 0 ? <Made made={made} /> : null}
      {suggestions.length > 0 ? (
        <section aria-label="Suggested">
          <h3>{formatCounted(suggestions.length, 'suggestion')}</h3>
          <ul className={style.list}>
            {suggestions.map(({ day, evidence }) => (
              <li key={day}>
                <p>{evidence}</p>
                <RebaseForm
                  measure={measure}
                  query={query}
                  day={day}
                  name={`Accept the suggestion of ${formatDate(day)}`}
                />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-label="On another day">
        <h3>{suggestions.length > 0 ? 'On another day' : 'Re-base'}</h3>
        <RebaseForm measure={measure} query={query} name="Re-base" />
      </section>
    </div>
  );
}

function Made({ made }: Pick<Rebasing, 'made'>) {
  return (
    <section aria-label="Re-based">
      <h3>Re-based</h3>
      <ul className={style.list}>
        {made.map(({ rebaseId, day, reason, by }) => (
          <li key={rebaseId} className={style.made}>
            <p>
              {formatDate(day)}: {reason} <span className="note">{by}</span>
            </p>
            <OneButtonForm action={undoChartRebase} fields={{ rebaseId }} label="Undo" during="Undoing" />
          </li>
        ))}
      </ul>
    </section>
  );
}
