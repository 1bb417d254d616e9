// SPDX-License-Identifier: EUPL-1.2
import { Button, Buttons, LinkButton } from './button.tsx';
import { ErrorSummary, type FieldError } from './error-summary.tsx';
import { Field } from './field.tsx';
import type { Choice } from './field-choices.tsx';
import { Form } from './form.tsx';
import { More } from './more.tsx';
import { Part } from './part.tsx';
import { type Step, Steps } from './steps.tsx';

const steps: readonly Step[] = [
  { label: 'Person', state: 'done', href: '#1' },
  { label: 'Wohnung', state: 'done', href: '#2' },
  { label: 'Auto', state: 'now' },
  { label: 'Nachweise', state: 'next' },
  { label: 'Bezahlen', state: 'next' },
  { label: 'Prüfen, senden', state: 'next' },
];

const errors: readonly FieldError[] = [
  { field: 'plate', text: 'Kennzeichen: Ist „42O“ am Ende eine Null?' },
  { field: 'holder', text: 'Wem gehört das Auto? Wählen Sie eine Antwort.' },
];

const holders: readonly Choice[] = [
  { value: 'me', label: 'Mir. Es ist auf mich zugelassen.' },
  { value: 'other', label: 'Einer anderen Person oder Firma. Ich darf es immer fahren.' },
  { value: 'sharing', label: 'Es ist ein Carsharing-Auto.' },
];

function Car() {
  const plate = {
    hint: 'So wie auf dem Schild, zum Beispiel WB-AN 420',
    error: 'Am Ende stehen nur Ziffern. Ist das O eine Null?',
  };
  return (
    <Form action="/step/4">
      <ErrorSummary title="2 Angaben fehlen noch" errors={errors} />
      <h1>Ihr Auto</h1>
      <Field name="plate" label="Kennzeichen" value="WB-AN 42O" short {...plate} />
      <Field type="radios" name="holder" label="Wem gehört das Auto?" error="Wählen Sie eine Antwort." options={holders} />
      <Field type="checkbox" name="always" label="Das Auto steht ständig in meiner Straße." checked />
      <More title="Warum fragen wir das?" open printed>
        <p>Den Ausweis bekommt nur, wer hier wohnt und das Auto ständig fährt. Das müssen wir prüfen.</p>
        <p class="hint">Grundlage: § 45 Absatz 1b Satz 1 Nummer 2a StVO.</p>
      </More>
      <Buttons go>
        <Button look="main">Weiter zu Schritt 4</Button>
        <LinkButton look="quiet" href="#back">
          Zurück
        </LinkButton>
      </Buttons>
    </Form>
  );
}

/** The citizen's door: one question group, errors, help, everything without script. */
export function GalleryCitizen() {
  return (
    <>
      <div class="way">
        <p class="way-say">
          <span>Bewohnerparkausweis beantragen</span>
          <b>Schritt 3 von 6</b>
        </p>
        <Steps label="Schritte" steps={steps} />
      </div>
      <div class="with-side">
        <Car />
        <aside class="side" aria-label="Hilfe">
          <Part id="later" title="Später weitermachen">
            <p>Ihre Angaben sind gespeichert. Ihr Code:</p>
            <p class="code">WB-7K3M-92QD</p>
          </Part>
        </aside>
      </div>
    </>
  );
}
