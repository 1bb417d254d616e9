// SPDX-License-Identifier: EUPL-1.2
import type { JournalEntry } from '../../../kernel/journal/index.ts';
import type { Page, Visit } from '../../../kernel/page.ts';
import type { Refusal as No } from '../../../kernel/refusal.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, ErrorSummary, Field, Form, PageHead, Part, Refusal } from '../../../ui/index.ts';
import { personNames } from '../../people/index.ts';
import { erasePersonal } from '../commands/erase-personal.ts';
import { actingIn } from '../queries/acting.ts';
import { findFileHead } from '../queries/file-head.ts';
import { fileHistory } from '../queries/history.ts';
import { erasureBases, mayErase } from '../rules/erase-personal.ts';
import { pageErrors, Question } from './form-parts.tsx';
import { actorsOf, detailOf, whoOf } from './history.tsx';
import { actText, showMoment } from './words.ts';

const shownActs = 500;

/** Persönliche Teile löschen: choose entries, see what goes and what stays provable, then say by which provision of law. */
export const erasePage: Page = {
  path: '/files/:file/erase',
  permission: 'records.registry',
  async show(visit) {
    const { say, caller, runtime } = visit;
    const found = await visit.read(async (tx) => {
      const head = await findFileHead(tx, visit.param('file'));
      if (!head) return undefined;
      const history = await fileHistory(tx, runtime.journal, head.id, shownActs);
      const no = await actingIn(tx, caller, { file: head.id, permission: 'records.registry' });
      return { head, history, no, names: await personNames(tx, actorsOf(history)) };
    });
    if (!found) return visit.notFound();
    const { head, history, no, names } = found;
    const wanted = wantedOf(visit);
    const errors = pageErrors(visit);
    const title = say('records.erase-personal.title');
    const body = (
      <>
        <PageHead
          title={title}
          reference={head.reference}
          lead={say('records.erase-personal.lead')}
          crumbs={[{ label: `${head.reference} ${head.subject}`, href: `/files/${head.id}` }]}
        />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        {no ? <Refusal reason={say(no.reason, no.details)} /> : null}
        {!no && wanted.length > 0 ? <Confirm visit={visit} file={head.id} history={history} wanted={wanted} /> : null}
        {no ? null : <Choose visit={visit} file={head.id} history={history} wanted={wanted} names={names} />}
      </>
    );
    return visit.html(frame(visit, { title, current: '/files', errors: errors.length, body }));
  },
  actions: {
    go: {
      command: erasePersonal,
      input: (visit, raw) => ({ ...raw, file: visit.param('file') }),
      done: (visit) => `/files/${visit.param('file')}#history`,
    },
  },
};

/** Numbers that were ticked, in the address or in a refused form. */
function wantedOf({ context, entered }: Visit): number[] {
  const typed = entered?.['entries'];
  const given: unknown[] = typed === undefined ? (context.req.queries('entries') ?? []) : Array.isArray(typed) ? typed : [typed];
  const numbers = given.map(Number).filter((no) => Number.isInteger(no) && no > 0 && no < 2 ** 31);
  return [...new Set(numbers)].slice(0, 1_000);
}

interface EntriesProps {
  readonly visit: Visit;
  readonly file: string;
  readonly history: readonly JournalEntry[];
  readonly wanted: readonly number[];
}

/** The same question that the command asks of the chosen entries. */
function mayEraseThese({ history, wanted }: Pick<EntriesProps, 'history' | 'wanted'>): No | undefined {
  const known = history.map(({ no, seq, act, personal }) => ({ no, seq, act, erased: personal === undefined }));
  return mayErase(wanted, known);
}

function Confirm({ visit, file, history, wanted }: EntriesProps) {
  const { say, key } = visit;
  const ask = { visit, form: 'go' };
  const no = mayEraseThese({ history, wanted });
  const numbers = [...wanted].sort((one, other) => one - other).join(', ');
  if (no) return <Refusal reason={say(no.reason, no.details)} />;
  return (
    <Part id="confirm" title={say('records.erase-personal.preview')}>
      <div class="flow">
        <dl class="flow">
          <dt class="strong">{say('records.erase-personal.goes')}</dt>
          <dd>{say('records.erase-personal.goes-what', { n: wanted.length, numbers })}</dd>
          <dt class="strong">{say('records.erase-personal.stays')}</dt>
          <dd>{say('records.erase-personal.stays-what')}</dd>
          <dt class="strong">{say('records.erase-personal.not-proven')}</dt>
          <dd>{say('records.erase-personal.not-proven-what')}</dd>
        </dl>
        <Form action={`/files/${file}/erase/go`} formKey={key}>
          {wanted.map((no) => (
            <input type="hidden" name="entries" value={String(no)} />
          ))}
          <Question
            {...ask}
            type="select"
            name="basis"
            label={say('records.erase-personal.basis')}
            options={Object.entries(erasureBases).map(([value, norm]) => ({
              value,
              label: `${say(`records.erase-personal.basis.${value}`)} (${norm})`,
            }))}
            empty={say('records.choose')}
            required
          />
          <Question
            {...ask}
            name="reason"
            label={say('records.reason')}
            hint={say('records.erase-personal.reason-hint')}
            maxlength={500}
            required
          />
          <Buttons>
            <Button look="main">{say('records.erase-personal.button')}</Button>
          </Buttons>
        </Form>
      </div>
    </Part>
  );
}

function Choose({ visit, file, history, wanted, names }: EntriesProps & { names: ReadonlyMap<string, string> }) {
  const { say } = visit;
  return (
    <Part id="choose" title={say('records.erase-personal.choose')} gap>
      <Form action={`/files/${file}/erase`} method="get">
        <ul class="plain flow">
          {history.map((entry) => (
            <li>
              {mayEraseThese({ history, wanted: [entry.no] }) ? (
                <p class="muted">{`${entry.no} · ${lineOf(visit, entry, names)}`}</p>
              ) : (
                <Field
                  type="checkbox"
                  id={`entry-${entry.no}`}
                  name="entries"
                  value={String(entry.no)}
                  checked={wanted.includes(entry.no)}
                  label={`${entry.no} · ${lineOf(visit, entry, names)}`}
                />
              )}
            </li>
          ))}
        </ul>
        <Buttons>
          <Button>{say('records.erase-personal.show')}</Button>
        </Buttons>
      </Form>
    </Part>
  );
}

function lineOf(visit: Visit, { act, at, personal }: JournalEntry, names: ReadonlyMap<string, string>): string {
  const { say } = visit;
  const who = personal ? whoOf(visit, names, personal) : say('records.history.erased');
  return `${actText(say, act)}${detailOf(personal?.facts)}, ${showMoment(at)}, ${who}`;
}
