'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { Notice } from '@/app/_ui/form/notice.tsx';
import type { TableSubject } from '@/lib/analysis/import-summary.ts';
import { sendFile, type UploadAnswer } from '../import/send-file.ts';
import { Sending } from '../import/sending.tsx';
import style from './settings.module.css';

interface FileFormProps {
  subject: TableSubject;
  /** The address of the page; that of an import follows it. */
  at: string;
  label: string;
}

/** Sends a CSV file and goes to what became of its rows. */
export function FileForm({ subject, at, label }: FileFormProps) {
  const router = useRouter();
  const [progress, setProgress] = useState<{ sent: number; all: number } | null>(null);
  const [refusal, setRefusal] = useState<Extract<UploadAnswer, { run: null }> | null>(null);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File) || file.name === '') {
      setRefusal({ run: null, message: 'Choose a file first.', id: null });
      return;
    }
    setRefusal(null);
    setProgress({ sent: 0, all: file.size });
    const answer = await sendFile(file, subject, setProgress);
    if (answer.run !== null) return router.push(`${at}/imports/${answer.run}`);
    setProgress(null);
    setRefusal(answer);
  }

  return (
    <form className={style.form} onSubmit={send} aria-label={label} noValidate>
      <TextField label="File" name="file" type="file" accept=".csv,.tsv,.txt,text/csv" required />
      {progress ? (
        <Sending {...progress} />
      ) : (
        <Button type="submit" kind="primary">
          Import
        </Button>
      )}
      {refusal ? (
        <Notice fault={refusal.id !== null}>
          <p role="alert">
            <b>Not imported.</b> {refusal.message}
          </p>
          {refusal.id ? <p className="note">Error {refusal.id}</p> : null}
        </Notice>
      ) : null}
    </form>
  );
}
