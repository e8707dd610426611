import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { Footer, Page } from '@/app/_ui/frame/shell.tsx';
import { importsReport } from '@/db/reports/imports.ts';
import { describeMappings } from '@/lib/intake/describe-mappings.ts';
import style from './import.module.css';
import { RunTable } from './run-table.tsx';
import { UploadForm } from './upload-form.tsx';

export const metadata: Metadata = { title: 'Import' };

export default async function ImportPage() {
  const { runs, timeZone } = await importsReport(await requireRight('import'));
  return (
    <>
      <Page>
        <h1>Import</h1>
        <p className="quiet">
          A CSV file becomes incidents by a mapping that says what each column means. The same file twice adds
          nothing; rows that cannot be read are listed with their line, field and reason.
        </p>
        <UploadForm mappings={describeMappings()} />
        <section className={style.section} aria-labelledby="earlier">
          <h2 id="earlier">Earlier imports</h2>
          <RunTable runs={runs} timeZone={timeZone} />
        </section>
      </Page>
      <Footer>
        <span>
          Times in {timeZone}. Files are read and then removed from the server; their rows stay with the
          incidents.
        </span>
      </Footer>
    </>
  );
}
