'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import type { LessonReport } from '@/db/reports/lesson.ts';
import inputs from '../../inputs.module.css';
import { saveChangedLesson } from '../actions.ts';
import { LessonFields } from '../lesson-fields.tsx';

/** Says anew what a lesson tells; what speaks for it stays. */
export function ChangeLessonForm({ lesson, choices }: Pick<LessonReport, 'lesson' | 'choices'>) {
  const sent = useSentForm(saveChangedLesson);
  return (
    <form {...sent.form} className={inputs.form} aria-label="Change the lesson">
      <input type="hidden" name="lessonId" value={lesson.lessonId} />
      <input type="hidden" name="version" value={lesson.version} />
      <LessonFields
        given={{
          ...lesson,
          trigger: lesson.trigger.code,
          techniques: lesson.techniques.map(({ code }) => code),
          teams: lesson.teams.map(({ teamId }) => teamId),
        }}
        choices={choices}
        problemOf={sent.problemOf}
      />
      <div className={inputs.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save'}
        </Button>
        <FormOutcome sent={sent} saved="Saved." />
      </div>
    </form>
  );
}
