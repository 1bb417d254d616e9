// SPDX-License-Identifier: EUPL-1.2
import type { Action, Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Chip, Cover, ErrorSummary, LinkButton, Notice, PageViewer, Part } from '../../../ui/index.ts';
import { personNames, Representing, representable, type SubstitutionView, type UnitView, unitById } from '../../people/index.ts';
import { actingIn, findPresentedDocument, type PresentedDocument } from '../../records/index.ts';
import { changeOrder } from '../commands/change-order.ts';
import { extendStep } from '../commands/extend-step.ts';
import { markStep } from '../commands/mark-step.ts';
import { askSteps } from '../commands/order-page.ts';
import { recallOrder } from '../commands/recall-order.ts';
import { reserveSignature } from '../commands/reserve-signature.ts';
import { resumeOrder } from '../commands/resume-order.ts';
import { findOrderView, type OrderView, type StepView } from '../queries/order-view.ts';
import { germanDay } from '../rules/local-day.ts';
import { Decision, type Due } from './decision.tsx';
import { OrderSeats, whoOf } from './seats-view.tsx';
import { Reserve, Steering } from './steer.tsx';
import { fieldErrors, isoDate } from './words.tsx';

interface Around {
  readonly view: OrderView;
  readonly due: readonly Due[];
  readonly document: PresentedDocument | undefined;
  readonly unit: UnitView | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly lent: readonly SubstitutionView[];
  readonly writes: boolean;
  readonly signs: boolean;
}

const withOrder = (visit: Visit, raw: Record<string, unknown>) => ({ ...raw, order: visit.param('order') });
const action = (command: Action['command'], input = withOrder): Action => ({
  command,
  input,
  done: (visit) => `/orders/${visit.param('order')}`,
});

/** Eine Verfügung: the paper, the way so far, what is asked: one screen, also on a phone. */
export const orderPage: Page = {
  path: '/orders/:order',
  permission: 'circulation.read',
  async show(visit) {
    const around = await findAround(visit);
    if (!around) return visit.notFound();
    const { view } = around;
    const errors = fieldErrors(visit);
    const title = view.title || view.subject;
    const footBar = [
      { href: '#paper', count: around.document?.pages.length ?? 0, label: visit.say('circulation.pages') },
      { href: '#way', count: view.steps.length, label: visit.say('circulation.seats') },
      { href: '#decision', label: visit.say('circulation.decision'), main: true },
    ];
    const body = <Body visit={visit} around={around} errors={errors} />;
    return visit.html(frame(visit, { title, current: '/', errors: errors.length, footBar, body }));
  },
  actions: {
    mark: action(markStep),
    recall: action(recallOrder),
    resume: action(resumeOrder),
    change: action(changeOrder),
    reserve: action(reserveSignature),
    extend: action(extendStep, (visit, raw) => ({ ...withOrder(visit, raw), due: isoDate(raw['due']) })),
  },
};

function findAround(visit: Visit): Promise<Around | undefined> {
  return visit.read(async (tx) => {
    const view = await findOrderView(tx, visit.param('order'));
    if (!view) return undefined;
    const lent = await representable(tx);
    const people = view.steps.flatMap(({ person, represented }) => [person, represented]);
    return {
      view,
      due: await askSteps(tx, visit.caller, view),
      document: view.document === null ? undefined : await findPresentedDocument(tx, view.document),
      unit: await unitById(tx, view.unit),
      names: await personNames(
        tx,
        [...people, ...lent.map(({ principal }) => principal)].filter((id) => id !== null),
      ),
      lent,
      writes:
        visit.caller.permissions.has('circulation.order') &&
        !(await actingIn(tx, visit.caller, { file: view.file, permission: 'records.write' })),
      signs:
        visit.caller.permissions.has('records.sign') &&
        !(await actingIn(tx, visit.caller, { file: view.file, permission: 'records.sign' })),
    };
  });
}

function Body({ visit, around, errors }: { visit: Visit; around: Around; errors: ReturnType<typeof fieldErrors> }) {
  const { say } = visit;
  const { view, document, due } = around;
  const { lent, names } = around;
  return (
    <>
      <Head visit={visit} around={around} />
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <Returned visit={visit} view={view} names={names} />
      <OrderSeats visit={visit} steps={view.steps} />
      <div class="with-side gap-part">
        <div>
          <Part id="paper" title={view.title || say('circulation.no-paper')}>
            {document ? <Paper visit={visit} document={document} /> : <p>{view.subject}</p>}
          </Part>
        </div>
        <aside class="side">
          <Representing visit={visit} lent={lent} names={names} to={`/orders/${view.id}`} />
          <Decision visit={visit} view={view} due={due} versions={document?.versions ?? null} />
          {around.signs ? <Reserve visit={visit} view={view} /> : null}
          <Way visit={visit} view={view} names={names} />
          {around.writes ? <Steering visit={visit} view={view} /> : null}
        </aside>
      </div>
    </>
  );
}

function Head({ visit: { say }, around: { view, unit, writes } }: { visit: Visit; around: Around }) {
  const reference = view.reference || say('circulation.draft-case');
  return (
    <Cover
      crumbs={writes ? [{ label: reference, href: `/cases/${view.case}` }] : []}
      reference={say('circulation.order')}
      title={view.title || view.subject}
      chips={
        <>
          <Chip tone={view.state === 'completed' ? 'done' : view.state === 'returned' ? 'late' : 'plain'}>
            {say(`circulation.state.${view.state}`)}
          </Chip>
          <span class="muted">
            {say('circulation.given', {
              reference,
              subject: view.subject,
              unit: unit ? `${unit.code} ${unit.name}` : '',
              day: germanDay(view.startedOn),
            })}
          </span>
        </>
      }
      keep={
        <LinkButton small icon="print" href={`/orders/${view.id}/sheet`}>
          {say('circulation.sheet')}
        </LinkButton>
      }
    />
  );
}

function Returned({ visit, view, names }: { visit: Visit; view: OrderView; names: Around['names'] }) {
  if (view.state !== 'returned') return null;
  const last = view.steps.findLast(({ mark }) => mark === 'returned' || mark === 'refused');
  if (!last) return null;
  const who = `${whoOf(visit, last)}, ${names.get(last.person ?? '') ?? ''}`;
  return <Notice tone="late">{visit.say('circulation.returned-because', { who, why: last.remark })}</Notice>;
}

function Paper({ visit, document }: { visit: Visit; document: PresentedDocument }) {
  const address = (what: string, page: number) => `/documents/${document.id}/${what}/${page}?version=${document.versions}`;
  return (
    <>
      <p class="muted">{visit.say('circulation.version', { n: document.versions, name: document.fileName })}</p>
      <PageViewer
        title={document.title}
        pages={document.pages.map(({ no, text, width, height, thumbnail }) => ({
          number: no,
          ...(width && height ? { image: { src: address('pages', no), width, height } } : {}),
          ...(thumbnail ? { thumb: address('thumbnails', no) } : {}),
          ...(text ? { text } : {}),
        }))}
        note={document.pages.length === 0 ? <Notice>{visit.say('circulation.no-pages')}</Notice> : undefined}
      />
    </>
  );
}

/** Who wrote what beside the order; only here, in its own file. */
function Way({ visit, view, names }: { visit: Visit; view: OrderView; names: Around['names'] }) {
  const { say } = visit;
  const done = view.steps.filter(({ state }) => state === 'done');
  return (
    <Part id="way" title={say('circulation.so-far')} count={done.length || undefined} gap>
      {done.length === 0 ? <p class="muted">{say('circulation.nobody-yet')}</p> : null}
      <ol class="flow">
        {done.map((step) => (
          <Done visit={visit} step={step} names={names} />
        ))}
      </ol>
    </Part>
  );
}

function Done({ visit, step, names }: { visit: Visit; step: StepView; names: Around['names'] }) {
  const { say } = visit;
  const principal =
    step.represented === null ? undefined : say('circulation.on-behalf', { name: names.get(step.represented) ?? '' });
  const name =
    step.person === null ? undefined : [names.get(step.person), principal].filter((text) => text !== undefined).join(' ');
  const said = [say(`circulation.mark.${step.mark ?? 'done'}`), step.day === null ? undefined : germanDay(step.day), name];
  const words = step.remark || step.note;
  return (
    <li>
      <strong>{whoOf(visit, step)}</strong> {said.filter((text) => text !== undefined).join(', ')}
      {step.version ? ` (${say('circulation.under-version', { n: step.version })})` : ''}
      {words === '' ? null : (
        <>
          <br />
          <span class="muted">{words}</span>
        </>
      )}
    </li>
  );
}
