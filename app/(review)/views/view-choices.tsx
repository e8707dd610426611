'use client';

import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Button, controlClass } from '@/app/_ui/form/button.tsx';
import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { addressOf, type ViewInUse, type ViewModel, type ViewsModel } from '@/lib/views/view-model.ts';
import { LONGEST_VIEW_NAME } from '@/lib/views/view-pages.ts';
import {
  leaveTheView,
  openItFirst,
  openTheView,
  removeTheView,
  saveTheView,
  updateTheView,
} from './actions.ts';
import { ViewButton } from './view-button.tsx';
import style from './views.module.css';

interface ViewChoicesProps {
  views: ViewsModel;
  query: string;
  inUse: ViewInUse;
  onDone: () => void;
}

/** The views of a page; what can be done with the one in use; and the way to save another. */
export default function ViewChoices({ views, query, inUse, onDone }: ViewChoicesProps) {
  const { current, isChanged } = inUse;
  // What was done comes back as other views, by which time its own button may be gone.
  const offered = useRef(views);
  useEffect(() => {
    if (offered.current !== views) onDone();
  }, [views, onDone]);
  return (
    <div className={style.menu}>
      {views.views.length > 0 ? (
        <ul className={style.list} aria-label="Views">
          {views.views.map((view) => (
            <li key={view.viewId}>
              <ViewButton
                action={openTheView}
                fields={{ viewId: view.viewId }}
                className={style.view}
                current={view.viewId === current?.viewId}
              >
                <span className={style.name}>{view.name}</span>
                <span className="note">{sharedWith(view)}</span>
              </ViewButton>
            </li>
          ))}
        </ul>
      ) : (
        <p className={`note ${style.none}`}>No view of this page has been saved yet.</p>
      )}
      {current ? (
        <CurrentView views={views} view={current} query={query} isChanged={isChanged} onDone={onDone} />
      ) : null}
      <SaveForm views={views} query={query} />
    </div>
  );
}

function sharedWith({ scope, teamName, isOwn }: ViewModel): string {
  if (scope === 'mine') return 'only you';
  const whom = scope === 'all' ? 'everybody' : (teamName ?? 'a team');
  return isOwn ? `${whom}, yours` : whom;
}

type CurrentProps = Omit<ViewChoicesProps, 'inUse'> & { view: ViewModel; isChanged: boolean };

function CurrentView({ views, view, query, isChanged, onDone }: CurrentProps) {
  const { viewId, page } = view;
  const isFirst = views.last?.viewId === viewId && views.last.isFirst;
  const plain = controlClass('quiet');
  return (
    <section className={style.current} aria-label={`The view ${view.name}`}>
      {isChanged ? (
        <>
          {view.isOwn ? (
            <ViewButton action={updateTheView} fields={{ viewId, query }} className={controlClass()}>
              Update it
            </ViewButton>
          ) : null}
          <Link href={addressOf(view)} className={controlClass()} onClick={onDone} prefetch={false}>
            Reset to it
          </Link>
        </>
      ) : null}
      <ViewButton action={openItFirst} fields={{ viewId, isFirst: String(!isFirst) }} className={plain}>
        {isFirst ? 'Do not open it first' : 'Open it first'}
      </ViewButton>
      <ViewButton action={leaveTheView} fields={{ page, isPlain: String(!isChanged) }} className={plain}>
        Leave it
      </ViewButton>
      {view.isOwn ? (
        <ViewButton action={removeTheView} fields={{ viewId }} className={plain}>
          Remove it
        </ViewButton>
      ) : null}
    </section>
  );
}

function SaveForm({ views, query }: Pick<ViewChoicesProps, 'views' | 'query'>) {
  const sent = useSentForm(saveTheView);
  return (
    <form {...sent.form} className={style.save} aria-label="Save this view">
      <input type="hidden" name="page" value={views.page} />
      <input type="hidden" name="query" value={query} />
      <TextField
        label="Save what you see as"
        name="name"
        maxLength={LONGEST_VIEW_NAME}
        required
        problem={sent.problemOf('name') ?? null}
      />
      {views.sharing.length > 1 ? (
        <SelectField label="Who sees it" name="sharing" problem={sent.problemOf('sharing') ?? null}>
          {views.sharing.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      ) : null}
      <Button type="submit" kind="primary" disabled={sent.isSending}>
        {sent.isSending ? 'Saving' : 'Save the view'}
      </Button>
      <FormOutcome sent={sent} saved="Saved." />
    </form>
  );
}
