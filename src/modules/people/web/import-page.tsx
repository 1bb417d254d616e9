// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { readSmallUpload, unpackText } from '../../../kernel/small-upload.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, PageHead, Part } from '../../../ui/index.ts';
import { importStaff } from '../commands/import-staff.ts';
import { importUnits } from '../commands/import-units.ts';
import { decodeCsv, writeCsv } from '../rules/csv.ts';
import { administrationCrumb } from './choices.ts';
import { DoneNotice, errorCount, FormErrors, typed } from './form-parts.tsx';
import { ImportPreview, type Preview, previewOf } from './import-preview.tsx';
import { shownAgain } from './site.ts';

/** What can be imported. */
export type ImportKind = 'units' | 'staff';

const kinds = ['units', 'staff'] as const satisfies readonly ImportKind[];
const largestFile = 900_000;

const unpacked = (_: Visit, raw: Record<string, unknown>) => ({ ...raw, csv: unpackText(raw['csv'], largestFile) });

/** Einlesen: units and staff out of tables, seen before they are taken over. */
export const importPage: Page = {
  path: '/administration/import',
  permission: 'people.import',
  async show(visit) {
    const { say, enteredIn } = visit;
    const kind = kinds.find((one) => one === enteredIn);
    const csv = kind && unpackText(typed(visit, kind, 'csv'), largestFile);
    const preview = kind && typeof csv === 'string' && csv !== '' ? await previewOf(visit, kind, csv) : undefined;
    const body = (
      <>
        <PageHead title={say('people.area.import')} lead={say('people.import.lead')} crumbs={[administrationCrumb(visit)]} />
        <DoneNotice visit={visit} />
        {kinds.map((one) => (
          <Kind visit={visit} kind={one} preview={one === kind ? preview : undefined} />
        ))}
      </>
    );
    return visit.html(
      frame(visit, { title: say('people.area.import'), current: '/administration', errors: errorCount(visit), body }),
    );
  },
  actions: {
    units: { command: importUnits, input: unpacked, done: () => '/organisation?done=units-imported' },
    staff: { command: importStaff, input: unpacked, done: () => '/persons?done=staff-imported' },
  },
};

function Kind({ visit, kind, preview }: { visit: Visit; kind: ImportKind; preview: Preview | undefined }) {
  const { say } = visit;
  return (
    <Part
      id={kind}
      title={say(`people.import.${kind}`)}
      right={<a href={`/administration/import/template?kind=${kind}`}>{say('people.import.template')}</a>}
      gap
    >
      <p>{say(`people.import.${kind}-lead`)}</p>
      <FormErrors visit={visit} form={kind} />
      {preview ? <ImportPreview visit={visit} kind={kind} preview={preview} /> : null}
      <form action="/administration/import/preview" method="post" enctype="multipart/form-data" class="form">
        <input type="hidden" name="kind" value={kind} />
        <div class="field">
          <label for={`${kind}-csv`}>{say('people.import.file')}</label>
          <p class="hint" id={`${kind}-csv-hint`}>
            {say('people.import.file-hint')}
          </p>
          <input
            type="file"
            class="input"
            id={`${kind}-csv`}
            name="file"
            accept=".csv,.txt,text/csv"
            aria-describedby={`${kind}-csv-hint`}
            required
          />
        </div>
        <Buttons>
          <Button>{say('people.import.preview')}</Button>
        </Buttons>
      </form>
    </Part>
  );
}

/** Reads the file that was chosen and shows what it would do; nothing is stored between seeing and taking over. */
export const importPreviewEndpoint: Endpoint = {
  method: 'POST',
  path: '/administration/import/preview',
  permission: 'people.import',
  stream: 'Ändert nichts: zeigt nur, was die Datei bewirken würde',
  summary: 'Einlesen: Vorschau',
  async handle(visit) {
    const form = await readSmallUpload(visit.context, largestFile + 2_000);
    if (!form) return visit.refuse(new Refusal('too-large', 'people.import.too-large'));
    const [kind, file] = [kinds.find((one) => one === form.get('kind')), form.get('file')];
    if (!kind || !(file instanceof File) || file.size > largestFile)
      return visit.refuse(new Refusal('invalid', 'people.import.too-large'));
    const csv = decodeCsv(new Uint8Array(await file.arrayBuffer())).replaceAll('\u0000', '');
    const seen = shownAgain(visit, kind, { refusal: undefined, entered: { csv } });
    return importPage.show(seen);
  },
};

const templates: Record<ImportKind, readonly (readonly string[])[]> = {
  units: [
    ['Kennzeichen', 'Bezeichnung', 'Übergeordnet', 'Gültig ab'],
    ['32', 'Ordnungsamt', '', ''],
    ['32.1', 'Gewerbe', '32', '1.1.2027'],
  ],
  staff: [
    ['Personalnummer', 'Titel', 'Vorname', 'Nachname', 'E-Mail', 'Organisationseinheit', 'Rolle', 'Gültig ab'],
    ['4711', 'Dr.', 'Erika', 'Muster', 'e.muster@stadt.example', '32.1', 'Sachbearbeitung', ''],
  ],
};

/** A table to fill in, with an example in it. */
export const importTemplateEndpoint: Endpoint = {
  method: 'GET',
  path: '/administration/import/template',
  permission: 'people.import',
  summary: 'Einlesen: leere Tabelle',
  async handle(visit) {
    const kind = kinds.find((one) => one === visit.query('kind'));
    if (!kind) return visit.notFound();
    visit.context.header('content-disposition', `attachment; filename="${kind === 'units' ? 'einheiten' : 'beschaeftigte'}.csv"`);
    return visit.context.body(writeCsv(templates[kind]), 200, { 'content-type': 'text/csv; charset=utf-8' });
  },
};
