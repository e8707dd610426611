'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import { Notice } from '@/app/_ui/form/notice.tsx';
import type { MappingDescription } from '@/lib/intake/describe-mappings.ts';
import style from './import.module.css';
import { MappingColumns } from './mapping-columns.tsx';
import { sendFile, type UploadAnswer } from './send-file.ts';
import { Sending } from './sending.tsx';

type Progress = { sent: number; all: number };

/** Chooses a file and how to read it, sends it, and goes to the page of the import that began. */
export function UploadForm({ mappings }: { mappings: readonly MappingDescription[] }) {
  const router = useRouter();
  const [mappingId, setMappingId] = useState(mappings[0]?.id ?? '');
  const [progress, setProgress] = useState<Progress | null>(null);
  const [refusal, setRefusal] = useState<Extract<UploadAnswer, { run: null }> | null>(null);
  const chosen = mappings.find(({ id }) => id === mappingId);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File) || file.name === '') return;
    setRefusal(null);
    setProgress({ sent: 0, all: file.size });
    const answer = await sendFile(file, mappingId, setProgress);
    if (answer.run !== null) return router.push(`/import/${answer.run}`);
    setProgress(null);
    setRefusal(answer);
  }

  return (
    <div className={style.columns}>
      <form className={style.form} onSubmit={send} aria-label="Import a file">
        <h2>Import a file</h2>
        <TextField label="File" name="file" type="file" accept=".csv,.tsv,.txt,text/csv" required />
        <SelectField
          label="Mapping"
          name="mapping"
          value={mappingId}
          onChange={(event) => setMappingId(event.target.value)}
        >
          {mappings.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        {progress ? (
          <Sending {...progress} />
        ) : (
          <Button type="submit" kind="primary">
            Import
          </Button>
        )}
        {refusal ? (
          <Notice fault={refusal.id !== null}>
            <p>
              <b>Not imported.</b> {refusal.message}
            </p>
            {refusal.id ? <p className="note">Error {refusal.id}</p> : null}
          </Notice>
        ) : null}
      </form>
      {chosen ? <MappingColumns mapping={chosen} /> : null}
    </div>
  );
}
