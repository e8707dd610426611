import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import { tableImportReport } from '@/db/reports/table-imports.ts';
import { NotFound } from '@/lib/errors.ts';
import { type ImportParams, toAskedImport } from '../../../asked-import.ts';
import style from '../../../settings.module.css';
import { TableImportResult } from '../../../table-import.tsx';
import { undoImport } from '../../actions.ts';

export const metadata: Metadata = { title: 'Import of contact volumes' };

export default async function VolumesImportPage(given: ImportParams) {
  const viewer = await requireRight('administer');
  const asked = await toAskedImport(given);
  if (!asked) notFound();
  const report = await tableImportReport(viewer, 'contact_volumes', asked).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const { id, undoneAt, counts } = report.run;
  const isUndoable = undoneAt === null && counts.created + counts.updated > 0;
  return (
    <TableImportResult
      report={report}
      back={{ href: '/settings/volumes', label: 'Contact volumes' }}
      noun="number"
    >
      {isUndoable ? (
        <section className={style.section} aria-labelledby="undo">
          <h2 id="undo">Undo</h2>
          <p className="quiet">
            What it created goes, what it updated is as it was before. Numbers that have been changed since
            stay.
          </p>
          <OneButtonForm action={undoImport} fields={{ run: id }} label="Undo this import" during="Undoing" />
        </section>
      ) : null}
    </TableImportResult>
  );
}
