'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import type { LessonChoices } from '@/db/reports/lesson.ts';
import inputs from '../../inputs.module.css';
import { saveLesson } from '../actions.ts';
import { LessonFields } from '../lesson-fields.tsx';

interface LessonFormProps {
  /** The filters of the incidents that speak for it. */
  query: string;
  measure: string;
  trigger: number;
  choices: LessonChoices;
}

/** Shares what worked. */
export function LessonForm({ query, measure, trigger, choices }: LessonFormProps) {
  const sent = useSentForm(saveLesson);
  const { askOn } = choices;
  const given = { title: '', trigger, issue: '', resolution: '', techniques: [], teams: [], askOn };
  return (
    <form {...sent.form} className={inputs.form} aria-label="Share a lesson">
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="measure" value={measure} />
      <LessonFields given={given} choices={choices} problemOf={sent.problemOf} />
      <div className={inputs.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Sharing' : 'Share the lesson'}
        </Button>
        <FormOutcome sent={sent} saved="Shared." />
      </div>
    </form>
  );
}
