// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { packText } from '../../../kernel/small-upload.ts';
import { Button, Chip, Form, Notice, Part, Table } from '../../../ui/index.ts';
import type { LineFinding } from '../rules/csv.ts';
import type { PlanDifference, PlannedUnit } from '../rules/import-plan.ts';
import { showDate } from './words.ts';

/** A version that somebody wants to bring into force. */
export interface Wanted {
  readonly name: string;
  readonly version: string;
  readonly validFrom: string;
  readonly table: string;
}

const mostShown = 300;

interface PlanPreviewProps {
  readonly visit: Visit;
  readonly wanted: Wanted;
  readonly difference: PlanDifference;
}

/** Errors by line, or what each line would change and the button to take it over: either, never half of each. */
export function PlanPreview({ visit, wanted, difference }: PlanPreviewProps) {
  const { say, key } = visit;
  const { units, unchanged, findings } = difference;
  const { name, version, validFrom } = wanted;
  return (
    <Part id="preview" title={say('records.import-plan.preview-title', { version: `${name} ${version}` })}>
      {findings.length > 0 ? (
        <Findings visit={visit} findings={findings} />
      ) : units.length === 0 ? (
        <Notice tone="info" live>
          <p>{say('records.import-plan.nothing-changes')}</p>
        </Notice>
      ) : (
        <>
          <p>{say('records.import-plan.counts', { n: units.length, unchanged, date: showDate(validFrom) })}</p>
          <Changes visit={visit} units={units} />
          <Form
            action="/filing-plan/import/take-over"
            formKey={key}
            values={{ ...wanted, table: packText(wanted.table) }}
            look="buttons"
          >
            <Button look="main">{say('records.import-plan.take-over')}</Button>
          </Form>
        </>
      )}
    </Part>
  );
}

function Findings({ visit: { say }, findings }: { visit: Visit; findings: readonly LineFinding[] }) {
  return (
    <>
      <Notice tone="late" live>
        <p>{say('records.import-plan.findings', { n: findings.length, line: findings[0]?.line ?? 0 })}</p>
      </Notice>
      <ul class="flow">
        {findings.slice(0, mostShown).map(({ line, reason, details }) => (
          <li>
            <span class="strong">{say('records.import-plan.at-line', { line })}</span> {say(reason, details)}
          </li>
        ))}
      </ul>
      <More visit={{ say }} n={findings.length - mostShown} />
    </>
  );
}

function Changes({ visit, units }: { visit: Visit; units: readonly PlannedUnit[] }) {
  const { say } = visit;
  const columns = [
    {
      ...{ id: 'line', title: say('records.import-plan.line'), numeric: true },
      cell: ({ line }: PlannedUnit) => line ?? say('records.import-plan.not-named'),
    },
    {
      ...{ id: 'act', title: say('records.import-plan.change') },
      cell: ({ changes }: PlannedUnit) =>
        changes.map((change) => (
          <Chip tone={change === 'retired' ? 'plain' : 'now'}>{say(`records.plan-change.${change}`)}</Chip>
        )),
    },
    {
      ...{ id: 'unit', title: say('records.import-plan.unit'), names: true },
      cell: ({ code, title }: PlannedUnit) => `${code} ${title}`,
    },
    { ...{ id: 'detail', title: say('records.import-plan.detail') }, cell: (unit: PlannedUnit) => detailOf(visit, unit) },
  ];
  return (
    <>
      <Table caption={say('records.import-plan.table')} captionHidden columns={columns} rows={units.slice(0, mostShown)} stack />
      <More visit={visit} n={units.length - mostShown} />
    </>
  );
}

/** What was and what will be, where it differs: „10 Jahre → 12 Jahre“. */
function detailOf(visit: Visit, unit: PlannedUnit): string {
  const { before, changes } = unit;
  if (!before) return keeps(visit, unit);
  const said: (readonly [boolean, string, string])[] = [
    [changes.includes('renamed'), before.title, unit.title],
    [before.code !== unit.code, before.code, unit.code],
    [before.parentCode !== unit.parentCode, placeOf(visit, before), placeOf(visit, unit)],
    [changes.includes('retention'), keeps(visit, before), keeps(visit, unit)],
    [before.description !== unit.description, short(before.description), short(unit.description)],
    [before.seeAlso !== unit.seeAlso, short(before.seeAlso), short(unit.seeAlso)],
  ];
  return said.flatMap(([is, was, will]) => (is ? [`${was} → ${will}`] : [])).join('; ');
}

const longestWords = 80;

/** The beginning of what may be long; „–“ for nothing. */
function short(words: string): string {
  if (words === '') return '–';
  return words.length > longestWords ? `${words.slice(0, longestWords)}…` : words;
}

/** Where a unit hangs: a code alone does not say it. */
function placeOf({ say }: Visit, { parentCode }: Pick<PlannedUnit, 'parentCode'>): string {
  return parentCode === null ? say('records.import-plan.top') : say('records.import-plan.below', { code: parentCode });
}

type Kept = Pick<PlannedUnit, 'years' | 'permanent' | 'disposal'>;

function keeps({ say }: Visit, { years, permanent, disposal }: Kept): string {
  const span = permanent
    ? say('records.plan-unit.permanent-word')
    : years === null
      ? say('records.plan-unit.as-above')
      : say('records.plan-unit.n-years', { n: years });
  return disposal === null ? span : `${span}, ${disposal}`;
}

function More({ visit: { say }, n }: { visit: Pick<Visit, 'say'>; n: number }) {
  return n > 0 ? <p class="muted">{say('records.import-plan.more-lines', { n })}</p> : null;
}
