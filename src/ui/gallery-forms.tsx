// SPDX-License-Identifier: EUPL-1.2
import { Button, Buttons, LinkButton } from './button.tsx';
import { Combobox } from './combobox.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Field } from './field.tsx';
import { Form } from './form.tsx';
import { Notice } from './notice.tsx';
import { PageHead } from './page-head.tsx';
import { Part } from './part.tsx';
import { Upload } from './upload.tsx';

const kinds = [
  { value: 'letter', label: 'Schreiben' },
  { value: 'note', label: 'Vermerk' },
  { value: 'plan', label: 'Plan' },
];

function Wrong() {
  return (
    <Form action="/save" draft="gallery:wrong">
      <ErrorSummary
        errors={[
          { field: 'w-subject', text: 'Betreff: Schreiben Sie, worum es geht.' },
          { field: 'w-date', text: 'Datum: Den 31.11.2026 gibt es nicht.' },
          { field: 'w-kind', text: 'Art: Wählen Sie eine Antwort.' },
        ]}
      />
      <Field name="w-subject" label="Betreff" hint="So, wie Sie danach suchen würden" error="Schreiben Sie, worum es geht." />
      <Field type="date" name="w-date" label="Datum" value="31.11.2026" error="Den 31.11.2026 gibt es nicht." />
      <Field type="radios" name="w-kind" label="Art" options={kinds} error="Wählen Sie eine Antwort." />
      <Field
        type="checkbox"
        name="w-sure"
        label="Ich habe die Vollmacht gesehen"
        error="Ohne Vollmacht keine Akteneinsicht (§ 14 VwVfG)."
      />
      <Buttons>
        <Button look="main">Anlegen</Button>
        <LinkButton look="quiet" href="#back">
          Zurück
        </LinkButton>
      </Buttons>
    </Form>
  );
}

function Right() {
  return (
    <Form action="/save" draft="gallery:right" id="right-form">
      <Field name="subject" label="Betreff" value="Stellplatznachweis, Nachtrag" autocomplete="off" />
      <Field type="textarea" name="note" label="Vermerk" optional rows={3} value="Ortstermin am 17.11." />
      <Field type="select" name="kind" label="Art" options={kinds} value="note" empty="bitte wählen" />
      <Field type="date" name="date" label="Datum des Schreibens" value="2026-11-20" />
      <Combobox
        name="unit"
        label="Stelle"
        hint="Tippen Sie Nummer oder Name"
        valueName="unitId"
        options={[
          { value: 'u20', label: '20 Kämmerei' },
          { value: 'u32', label: '32 Ordnungsamt' },
          { value: 'u63', label: '63 Bauaufsicht' },
        ]}
      />
      <Combobox name="case" label="Vorgang" url="/combo" valueName="caseId" value="" />
      <Field
        type="radios"
        name="level"
        label="Schutz"
        value="0"
        options={[
          { value: '0', label: 'offen' },
          { value: '1', label: 'vertraulich', hint: 'nur das Sachgebiet und wer im Laufweg steht' },
        ]}
      />
      <Field type="checkbox" name="notify" label="Absender benachrichtigen" hint="mit einer Eingangsbestätigung" checked />
      <Field type="password" name="password" label="Passwort" autocomplete="current-password" />
      <Field type="search" name="find" label="Anderer Vorgang" />
      <Button>Sichern</Button>
    </Form>
  );
}

function Beside() {
  return (
    <aside class="side" aria-label="Daneben">
      <Part id="read" title="Gelesen, bitte prüfen">
        <Form action="/read">
          <Field compact name="from" label="Absender" value="Architekturbüro Kranz" />
          <Field compact type="date" name="from-date" label="Datum" value="2026-11-20" />
          <Field compact name="about" label="Betreff" value="" error="Fehlt." />
          <Button small>Stimmt</Button>
        </Form>
      </Part>
      <Part id="files-part" title="Dateien">
        <Upload
          action="/upload"
          chunkUrl="/uploads"
          values={{ case: '42' }}
          after={{ href: '#list', label: 'Liste neu zeigen' }}
        />
      </Part>
      <Part id="notices" title="Hinweise">
        <div class="flow">
          <Notice>Die Akte führt die Bauaufsicht.</Notice>
          <Notice tone="now">Seit Ihrer letzten Sicht geändert: 2 Absätze.</Notice>
          <Notice tone="done">Gesichert.</Notice>
          <Notice tone="late">Die Frist ist am Freitag abgelaufen.</Notice>
        </div>
      </Part>
    </aside>
  );
}

/** Every kind of field, right and wrong, short and long; upload. */
export function GalleryForms() {
  return (
    <>
      <PageHead title="Formulare" lead="Jede Art von Feld, mit und ohne Fehler" />
      <div class="with-side">
        <div>
          <Part id="wrong" title="Mit Fehlern">
            <Wrong />
          </Part>
          <Part id="right" title="Ohne Fehler">
            <Right />
          </Part>
        </div>
        <Beside />
      </div>
    </>
  );
}
