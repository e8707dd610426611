import { Button, ButtonLink } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { Page } from '@/app/_ui/frame/shell.tsx';
import { Crumb } from '../../crumb.tsx';
import inputs from '../../inputs.module.css';

/** Asks which incident a card is to be made of. */
export function ChooseIncident() {
  return (
    <Page>
      <Crumb href="/skills/scenarios" label="Scenarios" />
      <h1>Make a scenario</h1>
      <p className="quiet">
        A role-play card is made of one incident. Give its number, or open it in the list and choose “Make a
        scenario” there.
      </p>
      <form action="/skills/scenarios/new" className={inputs.search} aria-label="Which incident">
        <TextField
          label="Incident"
          name="incident"
          required
          pattern="\s*([Ii][Nn][Cc]-)?[1-9][\d\s]{0,12}"
          title="The number of an incident, such as INC-1042"
          placeholder="INC-1042"
          autoComplete="off"
        />
        <Button type="submit" kind="primary">
          Begin the card
        </Button>
        <ButtonLink href="/incidents">Go to the incidents</ButtonLink>
      </form>
    </Page>
  );
}
