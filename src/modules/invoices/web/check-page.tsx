// SPDX-License-Identifier: EUPL-1.2
import { explain, plainGerman } from '@fachwerk/en16931';
import type { Endpoint, Markup, Page, Visit } from '../../../kernel/page.ts';
import { Refusal, statusOf } from '../../../kernel/refusal.ts';
import { type Locale, locales } from '../../../kernel/text.ts';
import type { Assets } from '../../../ui/index.ts';
import { Button, Buttons, ErrorSummary, FormKey, Heading, Notice, Shell } from '../../../ui/index.ts';
import { checkForSupplier, type Checked } from '../commands/check-for-supplier.ts';
import { localDay } from '../rules/local-day.ts';
import { termLanguage } from './words.ts';

const path = '/rechnung-pruefen';
const languageNames: Readonly<Record<Locale, string>> = { de: 'Deutsch', plain: 'Einfache Sprache', en: 'English', tr: 'Türkçe' };

/** Rechnung prüfen: for suppliers, before they send. Without an account, without a trace. */
export const checkPage: Page = {
  path,
  permission: 'anyone',
  show: (visit) => visit.html(checkForm(visit, undefined)),
};

/** Checks one file in memory and answers with the same page. */
export const checkEndpoint: Endpoint = {
  method: 'POST',
  path,
  permission: 'anyone',
  summary: 'Check an invoice without storing it',
  stream: 'nothing is changed: sending it again checks it again',
  async handle(visit) {
    const { raw } = visit.context.req;
    const day = localDay(visit.runtime.clock.now());
    const outcome = await checkForSupplier({ headers: raw.headers, body: raw.body }, day);
    if (visit.context.req.header('accept')?.includes('application/json') && !(outcome instanceof Refusal)) {
      return visit.context.json(outcome.report);
    }
    return visit.html(checkForm(visit, outcome), outcome instanceof Refusal ? statusOf(outcome) : 200);
  },
};

function localeOf(visit: Visit): Locale {
  return locales.find((one) => one === visit.query('lang')) ?? visit.locale;
}

function checkForm(visit: Visit, outcome: Checked | Refusal | undefined): Markup {
  const locale = localeOf(visit);
  const say = visit.runtime.say(locale);
  const errors = outcome instanceof Refusal ? [{ field: 'invoice', text: say(outcome.reason, outcome.details) }] : [];
  return (
    <Shell
      title={say('invoices.check.title')}
      assets={visit.context.get('assets') as Assets}
      density="citizen"
      lang={termLanguage(locale)}
      home={path}
      errors={errors.length}
      languages={(['de', 'plain', 'en', 'tr'] as const).map((one) => ({
        label: languageNames[one],
        lang: termLanguage(one),
        href: `${path}?lang=${one}`,
        current: one === locale,
      }))}
    >
      <div class="flow">
        <h1>{say('invoices.check.title')}</h1>
        <p class="lead">{say('invoices.check.lead')}</p>
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        {outcome && !(outcome instanceof Refusal) ? <Result say={say} locale={locale} checked={outcome} /> : null}
        <form action={`${path}?lang=${locale}`} method="post" enctype="multipart/form-data" class="form" novalidate>
          <FormKey />
          <div class="field">
            <label for="invoice">{say('invoices.check.file')}</label>
            <p class="hint" id="invoice-hint">
              {say('invoices.check.hint')}
            </p>
            <input
              type="file"
              class="file-input"
              id="invoice"
              name="invoice"
              accept=".xml,.pdf"
              aria-describedby="invoice-hint"
            />
          </div>
          <Buttons>
            <Button look="main">{say('invoices.check.button')}</Button>
          </Buttons>
        </form>
      </div>
    </Shell>
  );
}

const mostShown = 100;

function Result({ say, locale, checked: { name, report } }: { say: Visit['say']; locale: Locale; checked: Checked }) {
  const verdict = verdictOf(report.unreadable !== undefined, report.counts.error, report.findings.length);
  const values = { n: report.counts.error > 0 ? report.counts.error : report.findings.length };
  return (
    <section class="flow" aria-labelledby="result">
      <Heading level={2} id="result">
        {say('invoices.check.result', { name })}
      </Heading>
      <Notice tone={verdict === 'good' || verdict === 'hints' ? 'done' : 'late'} live>
        {say(`invoices.check.${verdict}`, values)}
      </Notice>
      <ol class="flow">
        {report.findings.slice(0, mostShown).map((finding) => {
          const { problem, remedy } = wordsOf(finding.rule, locale);
          return (
            <li>
              <strong>
                {say(`invoices.check.${finding.level}`)} {finding.rule}
              </strong>{' '}
              <span class="muted">{say('invoices.check.line', { line: finding.source.line })}</span>
              <br />
              {problem} {remedy}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function verdictOf(unreadable: boolean, errors: number, findings: number): 'unreadable' | 'bad' | 'hints' | 'good' {
  if (unreadable) return 'unreadable';
  if (errors > 0) return 'bad';
  return findings > 0 ? 'hints' : 'good';
}

function wordsOf(rule: string, locale: Locale): { problem: string; remedy: string } {
  const plain = locale === 'plain' ? plainGerman[rule] : undefined;
  return plain === undefined ? explain(rule, termLanguage(locale)) : { problem: plain, remedy: '' };
}
