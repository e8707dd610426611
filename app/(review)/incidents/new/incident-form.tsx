'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import type { IncidentFormReport } from '@/db/reports/incident-form.ts';
import { documentTheIncident } from './actions.ts';
import { DraftLine } from './draft-line.tsx';
import { FurtherFields } from './further-fields.tsx';
import { toGiven } from './given.ts';
import style from './new.module.css';
import { SixItems } from './six-items.tsx';
import { WhoseFields } from './whose-fields.tsx';

interface IncidentFormProps {
  report: IncidentFormReport;
  /** By which the incident is known, however often the form is sent; a draft has its own. */
  fresh: string;
}

/** A new incident: first what the procedure asks for, then all else. What is entered is kept while it is. */
export function IncidentForm({ report, fresh }: IncidentFormProps) {
  const sent = useSentForm(documentTheIncident);
  const given = toGiven(report.draft?.entries ?? []);
  const part = { given, problemOf: (field: string) => sent.problemOf(field) };
  return (
    <form {...sent.form} className={style.form} aria-label="Document an incident">
      <input type="hidden" name="key" value={given.one('key', fresh)} />
      <DraftLine draft={report.draft} isSending={sent.isSending} />
      <SixItems {...part} report={report} />
      <WhoseFields {...part} report={report} />
      <FurtherFields {...part} report={report} />
      <div className={style.foot}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Put it on record'}
        </Button>
        <FormOutcome sent={sent} saved="It is on record." />
      </div>
    </form>
  );
}
