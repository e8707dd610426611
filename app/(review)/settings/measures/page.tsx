import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { type MeasuresReport, measuresReport } from '@/db/reports/measure-settings.ts';
import { toRuleSetChoice } from '@/lib/workspace/rule-set-words.ts';
import { RULE_SET_IDS } from '@/lib/workspace/workspace-settings.ts';
import style from '../settings.module.css';
import { ChoiceForm } from './choice-form.tsx';
import { toMeasureChoices } from './measure-choices.ts';
import { TargetForm } from './target-form.tsx';
import { TargetTable } from './target-table.tsx';

export const metadata: Metadata = { title: 'Measures' };

export default async function MeasuresPage() {
  const report = await measuresReport(await requireRight('set_targets'));
  const measures = toMeasureChoices();
  return (
    <>
      <h1>Measures</h1>
      {report.mayAdminister ? (
        <section className={style.section} aria-labelledby="cards">
          <h2 id="cards">Cards and charts</h2>
          <ChoiceForm
            version={report.version}
            chosen={report.settings}
            measures={measures}
            ruleSets={RULE_SET_IDS.map(toRuleSetChoice)}
          />
        </section>
      ) : null}
      <section className={style.section} aria-labelledby="targets">
        <h2 id="targets">Targets</h2>
        <p className="quiet">
          What a measure should reach, from a day on. Cards and charts show it and say whether the usual range
          meets it; the one that began last holds. A team’s own target stands where that team alone is looked
          at.
        </p>
        <TargetTable targets={report.targets} />
        <SetTarget report={report} />
      </section>
    </>
  );
}

function SetTarget({ report }: { report: MeasuresReport }) {
  const { mayAdminister, teams, today } = report;
  if (!mayAdminister && teams.length === 0) {
    return (
      <p className="quiet">
        You may set targets for your own teams, and your account has none yet. An administrator can add them.
      </p>
    );
  }
  return (
    <div className={`${style.form} ${style.entry}`}>
      <h3>Set a target</h3>
      <TargetForm
        measures={toMeasureChoices().filter(({ unit }) => unit !== null)}
        teams={teams}
        forAll={mayAdminister}
        today={today}
      />
    </div>
  );
}
