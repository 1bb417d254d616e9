// SPDX-License-Identifier: EUPL-1.2
import type { Action, Page, Visit } from '../../../kernel/page.ts';
import { Refusal as No } from '../../../kernel/refusal.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, ErrorSummary, Facts, Field, Form, PageHead, Part, Refusal } from '../../../ui/index.ts';
import { unitOptions, type UnitView } from '../../people/index.ts';
import { setReferenceTemplate } from '../commands/set-reference-template.ts';
import { actingForBody } from '../queries/acting.ts';
import { listPlan, type PlanLine } from '../queries/file-list.ts';
import { listTemplates, nextNumberOf } from '../queries/filing-plan.ts';
import { localDate } from '../rules/local-date.ts';
import { counterOf, scopeOf, writeReference } from '../rules/reference.ts';
import { mayUseTemplate, type TemplateKind } from '../rules/reference-template.ts';
import { Folded, pageErrors, Question } from './form-parts.tsx';
import { planCrumbs, PlanDone } from './plan-parts.tsx';

const kinds = ['file', 'case', 'document'] as const satisfies readonly TemplateKind[];

/** Braces are a text's own signs, so the slots come in as its values. */
const slots: Record<TemplateKind, Record<string, string>> = {
  file: { a: '{plan.code}', b: '{file.seq:4}', c: '{unit}', d: '{YYYY}' },
  case: { a: '{file}', b: '{case.seq}', c: '{YYYY}' },
  document: { a: '{case}', b: '{doc.seq}', c: '{unit}', d: '{YYYY}' },
};

type Templates = Awaited<ReturnType<typeof listTemplates>>;

const set = (kind: TemplateKind): Action => ({
  command: setReferenceTemplate,
  input: (_, raw) => ({ ...raw, kind }),
  done: () => '/filing-plan/references?done=template',
});

/** Kennzeichen: the templates, whom they hold for, and what the next file would be called. */
export const referencesPage: Page = {
  path: '/filing-plan/references',
  permission: 'records.read',
  async show(visit) {
    const { say, caller } = visit;
    const found = await visit.read(async (tx) => ({
      templates: await listTemplates(tx),
      plan: (await listPlan(tx)).filter(({ leaf, state }) => leaf && state === 'active'),
      units: await unitOptions(tx),
      no: await actingForBody(tx, caller, 'records.registry'),
    }));
    const errors = pageErrors(visit);
    const title = say('records.reference-page.title');
    const body = (
      <>
        <PageHead title={title} lead={say('records.reference-page.lead')} crumbs={planCrumbs(visit)} />
        <PlanDone visit={visit} />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        {kinds.map((kind) => (
          <Template visit={visit} kind={kind} templates={found.templates} no={found.no} />
        ))}
        <Preview visit={visit} {...found} next={await nextReference(visit, found)} />
      </>
    );
    return visit.html(frame(visit, { title, current: '/administration', errors: errors.length, body }));
  },
  actions: { file: set('file'), case: set('case'), document: set('document') },
};

interface TemplateProps {
  readonly visit: Visit;
  readonly kind: TemplateKind;
  readonly templates: Templates;
  readonly no: No | undefined;
}

function Template({ visit, kind, templates, no }: TemplateProps) {
  const { say, key, caller } = visit;
  const now = templates.now[kind];
  const former = templates.former.filter((one) => one.kind === kind);
  const registry = caller.permissions.has('records.registry');
  return (
    <Part id={`template-${kind}`} title={say(`records.reference-page.${kind}`)} gap>
      <Facts
        items={[
          { term: say('records.reference-page.template'), value: <code>{now}</code> },
          {
            term: say('records.reference-page.holds-for'),
            value: say(
              kind === 'file' ? `records.reference-page.counts-${scopeOf(now)}` : `records.reference-page.${kind}-inherits`,
            ),
          },
          ...(former.length > 0
            ? [{ term: say('records.reference-page.former'), value: former.map(({ template }) => template).join(', ') }]
            : []),
        ]}
      />
      {registry && no ? <Refusal reason={say(no.reason, no.details)} /> : null}
      {registry && !no ? (
        <Folded visit={visit} form={kind} title={say('records.reference-page.change')}>
          <Form action={`/filing-plan/references/${kind}`} formKey={key}>
            <Question
              {...{ visit, form: kind }}
              name="template"
              label={say('records.reference-page.template')}
              hint={say(`records.reference-page.${kind}-slots`, slots[kind])}
              value={now}
              maxlength={80}
              required
            />
            <p class="muted">{say('records.reference-page.change-means')}</p>
            <Buttons>
              <Button>{say('records.reference-page.set')}</Button>
            </Buttons>
          </Form>
        </Folded>
      ) : null}
    </Part>
  );
}

interface Found {
  readonly templates: Templates;
  readonly plan: readonly PlanLine[];
  readonly units: readonly UnitView[];
}

/** What the next file, its first case and a letter in it would be called; asking draws no number. */
async function nextReference(
  visit: Visit,
  { templates, plan, units }: Found,
): Promise<No | Record<TemplateKind, string> | undefined> {
  const place = plan.find(({ id }) => id === visit.query('planUnit'));
  const lead = units.find(({ id }) => id === visit.query('leadUnit'));
  if (!place || !lead) return undefined;
  const template = visit.query('template')?.trim() || templates.now.file;
  const no = mayUseTemplate('file', template);
  if (no) return no;
  const year = Number(localDate(visit.runtime.clock.now()).slice(0, 4));
  const scope = counterOf(template, { planUnit: place.id, leadUnit: lead.id, year });
  const fileNo = await visit.read((tx) => nextNumberOf(tx, scope));
  const parts = { unit: lead.code, plan: place.code, fileNo, year, caseNo: 1, documentNo: 1 };
  const file = writeReference(template, parts);
  const caseReference = writeReference(templates.now.case, { ...parts, file });
  return { file, case: caseReference, document: writeReference(templates.now.document, { ...parts, case: caseReference }) };
}

function Preview({
  visit,
  templates,
  plan,
  units,
  next,
}: Found & { visit: Visit; next: No | Record<TemplateKind, string> | undefined }) {
  const { say, query } = visit;
  return (
    <Part id="preview" title={say('records.reference-page.preview')} gap>
      <div class="flow">
        <p>{say('records.reference-page.preview-lead')}</p>
        {next instanceof No ? <Refusal reason={say(next.reason, next.details)} /> : null}
        {next && !(next instanceof No) ? (
          <Facts
            items={kinds.map((kind) => ({ term: say(`records.reference-page.${kind}`), value: <strong>{next[kind]}</strong> }))}
          />
        ) : null}
        <Form action="/filing-plan/references#preview" method="get">
          <Field
            type="select"
            id="planUnit"
            name="planUnit"
            label={say('records.file.plan')}
            options={plan.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
            empty={say('records.choose')}
            value={query('planUnit')}
          />
          <Field
            type="select"
            id="leadUnit"
            name="leadUnit"
            label={say('records.file.lead-unit')}
            options={units.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
            empty={say('records.choose')}
            value={query('leadUnit')}
          />
          <Field
            type="text"
            id="template"
            name="template"
            label={say('records.reference-page.try')}
            hint={say('records.reference-page.file-slots', slots.file)}
            value={query('template') ?? templates.now.file}
            maxlength={80}
          />
          <Buttons>
            <Button>{say('records.reference-page.show')}</Button>
          </Buttons>
        </Form>
      </div>
    </Part>
  );
}
