import { ButtonLink } from '@/app/_ui/form/button.tsx';
import { Empty } from '@/app/_ui/frame/empty.tsx';

/** The list of a workspace into which nothing has come yet. */
export function NoIncidentsYet({ mayImport, mayDocument }: { mayImport: boolean; mayDocument: boolean }) {
  return (
    <>
      <h1>No incidents yet</h1>
      {mayImport ? (
        <Empty sentence="Import a file of complaints, tickets or an event log, and each of its cases stands here with its steps, its words and the row that it came from.">
          <ButtonLink kind="primary" href="/import">
            Import a file
          </ButtonLink>
        </Empty>
      ) : (
        <Empty sentence="None have been recorded within your teams. An administrator can import a file." />
      )}
      {mayDocument ? <ButtonLink href="/incidents/new">Document an incident</ButtonLink> : null}
    </>
  );
}
