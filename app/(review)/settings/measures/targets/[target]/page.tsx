import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import { targetReport } from '@/db/reports/measure-settings.ts';
import { NotFound } from '@/lib/errors.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { aimWords, describeTarget, targetUnit } from '@/lib/measures/target-words.ts';
import { toRowNumber } from '@/lib/workspace/row-number.ts';
import style from '../../../settings.module.css';
import { deleteTarget } from '../../actions.ts';
import { ChangeTargetForm } from './change-target-form.tsx';

export const metadata: Metadata = { title: 'Change a target' };

export default async function TargetPage({ params }: { params: Promise<{ target: string }> }) {
  const viewer = await requireRight('set_targets');
  const targetId = toRowNumber((await params).target);
  if (targetId === null) notFound();
  const target = await targetReport(viewer, targetId).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const measure = MEASURES[target.measure];
  const unit = targetUnit(measure);
  return (
    <>
      <p>
        <PageLink href="/settings/measures" className="link">
          ‹ Measures
        </PageLink>
      </p>
      <h1>
        {measure.label}, {target.teamName ?? 'the workspace'}
      </h1>
      <p className="quiet">The target is {describeTarget(measure, target.value)}.</p>
      <section className={style.section} aria-label="Change the target">
        <ChangeTargetForm
          target={target}
          measure={{ aim: aimWords(measure), unit: unit?.words ?? null }}
          given={{
            value: String(Number((target.value / (unit?.factor ?? 1)).toPrecision(12))),
            from: target.from,
            lastDay: target.until ? shiftDays(target.until, -1) : '',
          }}
        />
      </section>
      <section className={style.section} aria-labelledby="delete">
        <h2 id="delete">Delete</h2>
        <p className="quiet">
          As if it had never been set, also on charts of the past. To end it instead, give it a last day.
        </p>
        <OneButtonForm
          action={deleteTarget}
          fields={{ targetId: target.targetId }}
          label="Delete the target"
          during="Deleting"
        />
      </section>
    </>
  );
}
