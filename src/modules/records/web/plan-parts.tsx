// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { type Choice, type Crumb, Notice } from '../../../ui/index.ts';
import type { PlanUnitLine } from '../queries/filing-plan.ts';
import { explainRetention, type Retention } from '../rules/retention.ts';
import { Question } from './form-parts.tsx';
import { showDate } from './words.ts';

/** The way back: administration, filing plan. */
export function planCrumbs({ say }: Visit): Crumb[] {
  return [
    { label: say('people.administration.title'), href: '/administration' },
    { label: say('records.plan.title'), href: '/filing-plan' },
  ];
}

/** How long and why, e.g. „10 Jahre, geerbt von 32“. */
export function keepsText({ say }: Visit, retention: Retention, code: string): string {
  const { key, values } = explainRetention(retention, code);
  return say(key, values);
}

/** What becomes of it afterwards, and which unit says so. */
export function disposalText({ say }: Visit, { disposal, disposalFrom = '' }: Retention, code: string): string {
  if (!disposal) return say('records.disposal.unresolved', { code });
  const type = say(`records.disposal.${disposal}`);
  return disposalFrom === code ? type : say('records.disposal.inherited', { type, code: disposalFrom });
}

/** „stillgelegt, galt bis 31.12.2026“; a unit retired without a last day says only that. */
export function retiredText({ say }: Visit, validTo: string | null): string {
  if (validTo === null) return say('records.plan-state.retired');
  return say('records.plan-unit.retired-on', { date: showDate(validTo) });
}

/** Says what just happened, when the address brings a word for it. */
export function PlanDone({ visit: { query, say } }: { visit: Visit }) {
  const word = query('done');
  if (word === undefined || !['imported', 'added', 'changed', 'retired', 'skipped', 'template'].includes(word)) return null;
  return (
    <Notice tone="done" live>
      <p>{say(`records.plan-done.${word}`)}</p>
    </Notice>
  );
}

/** What one says of a unit; empty retention and disposal mean: like the unit above. */
export function UnitWords({ visit, form, unit }: { visit: Visit; form: string; unit?: PlanUnitLine | undefined }) {
  const { say } = visit;
  const ask = { visit, form };
  const types: Choice[] = ['A', 'B', 'V'].map((value) => ({ value, label: say(`records.disposal.${value}`) }));
  return (
    <>
      <Question {...ask} name="title" label={say('records.plan-unit.title')} value={unit?.title} maxlength={300} required />
      <Question
        {...ask}
        name="description"
        label={say('records.plan-unit.description')}
        value={unit?.description}
        maxlength={2000}
        optional
      />
      <Question
        {...ask}
        name="seeAlso"
        label={say('records.plan-unit.see-also')}
        value={unit?.seeAlso}
        maxlength={500}
        optional
      />
      <Question
        {...ask}
        name="years"
        label={say('records.plan-unit.years')}
        hint={say('records.plan-unit.years-hint')}
        value={unit?.years?.toString() ?? ''}
        short
        optional
      />
      <Question
        {...ask}
        type="checkbox"
        name="permanent"
        value="true"
        label={say('records.plan-unit.permanent')}
        checked={unit?.permanent}
      />
      <Question
        {...ask}
        type="select"
        name="disposal"
        label={say('records.plan-unit.disposal')}
        options={types}
        empty={say('records.plan-unit.as-above')}
        value={unit?.disposal ?? ''}
      />
      <Question
        {...ask}
        type="checkbox"
        name="needsContact"
        value="true"
        label={say('records.plan-unit.needs-contact')}
        checked={unit?.needsContact}
      />
    </>
  );
}
