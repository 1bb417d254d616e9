// SPDX-License-Identifier: EUPL-1.2
import { isPlainDate } from '@fachwerk/german-calendar';
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { readSmallUpload, unpackText } from '../../../kernel/small-upload.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, ErrorSummary, PageHead, Part } from '../../../ui/index.ts';
import { importFilingPlan, previewFilingPlan } from '../commands/import-filing-plan.ts';
import { listPlanVersions, type PlanVersion } from '../queries/filing-plan.ts';
import { mayImportPlan } from '../rules/change-plan.ts';
import { decodeCsv } from '../rules/csv.ts';
import { localDate } from '../rules/local-date.ts';
import { isoDate, pageErrors, Question, typedInto } from './form-parts.tsx';
import { planCrumbs } from './plan-parts.tsx';
import { PlanPreview, type Wanted } from './plan-preview.tsx';
import { showDate } from './words.ts';

const form = 'take-over';
const largestFile = 900_000;
const longestTable = 4_000_000;

/** Aktenplan einlesen: a table is seen line by line before it is taken over. */
export const importPlanPage: Page = {
  path: '/filing-plan/import',
  permission: 'records.registry',
  async show(visit) {
    const { say } = visit;
    const versions = await visit.read(listPlanVersions);
    const wanted = wantedOf(visit);
    const no = wanted && mayBegin(visit, versions, wanted);
    const difference = wanted && !no ? await visit.read((tx) => previewFilingPlan(tx, wanted)) : undefined;
    const errors = no ? pageErrors({ ...visit, refusal: no }) : pageErrors(visit);
    const body = (
      <>
        <PageHead title={say('records.import-plan.title')} lead={say('records.import-plan.lead')} crumbs={planCrumbs(visit)} />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        {wanted && difference ? <PlanPreview visit={visit} wanted={wanted} difference={difference} /> : null}
        <ChooseTable visit={no ? { ...visit, refusal: no } : visit} active={versions.find(({ state }) => state === 'active')} />
      </>
    );
    const title = say('records.import-plan.title');
    return visit.html(frame(visit, { title, current: '/administration', errors: errors.length, body }));
  },
  actions: {
    [form]: {
      command: importFilingPlan,
      input: (_, raw) => ({ ...raw, table: unpackText(raw['table'], longestTable) }),
      done: () => '/filing-plan?done=imported',
    },
  },
};

/** What was sent along with the table; undefined before a table was chosen. */
function wantedOf(visit: Visit): Wanted | undefined {
  const [name, version, validFrom, table] = ['name', 'version', 'validFrom', 'table'].map((field) =>
    typedInto(visit, form, field),
  );
  if (name === undefined || version === undefined || validFrom === undefined || table === undefined) return undefined;
  const unpacked = unpackText(table, longestTable);
  if (typeof unpacked !== 'string') return undefined;
  return { name: name.trim(), version: version.trim(), validFrom: isoDate(validFrom), table: unpacked };
}

/** The same questions that the command asks of name, version and day. */
function mayBegin({ runtime }: Visit, versions: readonly PlanVersion[], wanted: Wanted): Refusal | undefined {
  const { name, version, validFrom } = wanted;
  const missing = Object.entries({ name, version }).filter(([, value]) => value === '');
  if (missing.length > 0)
    return new Refusal(
      'invalid',
      'kernel.invalid-input',
      {},
      Object.fromEntries(missing.map(([field]) => [field, 'kernel.invalid.missing'])),
    );
  const reason = 'records.plan-table.bad-date';
  if (!isPlainDate(validFrom)) return new Refusal('invalid', reason, { value: validFrom }, { validFrom: reason });
  const exists = versions.some((one) => one.name === name && one.version === version);
  const activeFrom = versions.find(({ state }) => state === 'active')?.validFrom;
  return mayImportPlan({ validFrom, exists, activeFrom }, localDate(runtime.clock.now()));
}

function ChooseTable({ visit, active }: { visit: Visit; active: PlanVersion | undefined }) {
  const { say, runtime } = visit;
  const ask = { visit, form };
  return (
    <Part id="choose" title={say('records.import-plan.choose')} gap>
      <div class="flow">
        <p>{say('records.import-plan.columns')}</p>
        <form action="/filing-plan/import/preview" method="post" enctype="multipart/form-data" class="form">
          <Question {...ask} name="name" label={say('records.import-plan.name')} value={active?.name} maxlength={120} required />
          <Question
            {...ask}
            name="version"
            label={say('records.import-plan.version')}
            hint={active ? say('records.import-plan.version-hint', { version: active.version }) : undefined}
            maxlength={40}
            short
            required
          />
          <Question
            {...ask}
            type="date"
            name="validFrom"
            label={say('records.plan-unit.valid-from')}
            hint={say('records.import-plan.day-hint')}
            value={showDate(localDate(runtime.clock.now()))}
            required
          />
          <div class="field">
            <label for="plan-table">{say('records.import-plan.file')}</label>
            <p class="hint" id="plan-table-hint">
              {say('records.import-plan.file-hint')}
            </p>
            <input
              type="file"
              class="input"
              id="plan-table"
              name="file"
              accept=".csv,.txt,text/csv"
              aria-describedby="plan-table-hint"
              required
            />
          </div>
          <Buttons>
            <Button>{say('records.import-plan.preview')}</Button>
          </Buttons>
        </form>
      </div>
    </Part>
  );
}

/** Reads the table that was chosen and shows what it would change; nothing is kept between seeing and taking over. */
export const previewPlanEndpoint: Endpoint = {
  method: 'POST',
  path: '/filing-plan/import/preview',
  permission: 'records.registry',
  stream: 'changes nothing: only shows what the table would do',
  summary: 'Filing plan: preview of an import',
  async handle(visit) {
    const tooLarge = new Refusal('too-large', 'records.import-plan.too-large');
    const sent = await readSmallUpload(visit.context, largestFile + 4_000);
    if (!sent) return visit.refuse(tooLarge);
    const file = sent.get('file');
    if (!(file instanceof File)) return visit.refuse(new Refusal('invalid', 'records.import-plan.no-file'));
    if (file.size > largestFile) return visit.refuse(tooLarge);
    const table = decodeCsv(new Uint8Array(await file.arrayBuffer())).replaceAll('\u0000', '');
    const words = Object.fromEntries(['name', 'version', 'validFrom'].map((field) => [field, textOf(sent.get(field))]));
    return importPlanPage.show({ ...visit, refusal: undefined, entered: { ...words, table }, enteredIn: form });
  },
};

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\u0000', '').slice(0, 200) : '';
}
