// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Markup, Page, Visit } from '../../../kernel/page.ts';
import { Refusal, statusOf } from '../../../kernel/refusal.ts';
import { type Locale, locales } from '../../../kernel/text.ts';
import type { Assets } from '../../../ui/index.ts';
import { Button, Buttons, ErrorSummary, FormKey, Heading, Notice, Shell } from '../../../ui/index.ts';
import { checkForSupplier, type Checked } from '../commands/check-for-supplier.ts';
import { checkWords, verdictOf } from '../rules/check-words.ts';
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
      ownScripts={['check-invoice']}
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
        <InBrowser say={say} locale={locale} day={localDay(visit.runtime.clock.now())} />
        <form
          action={`${path}?lang=${locale}`}
          method="post"
          enctype="multipart/form-data"
          class="form"
          novalidate
          data-check-invoice=""
        >
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
const phrases = [
  'good',
  'hints',
  'hints.one',
  'bad',
  'bad.one',
  'unreadable',
  'result',
  'line',
  'error',
  'warning',
  'information',
];

/** What the page's own script needs: its words and where the result goes. Without a script nothing of it is seen, and the form is sent. */
function InBrowser({ say, locale, day }: { say: Visit['say']; locale: Locale; day: string }) {
  const words = Object.fromEntries(phrases.map((name) => [name, say(`invoices.check.${name}`, placeholders)]));
  return (
    <div class="flow" hidden data-in-browser={JSON.stringify(words)} data-locale={locale} data-day={day}>
      <Notice>{say('invoices.check.in-browser')}</Notice>
      <section class="flow" aria-labelledby="own-result" hidden>
        <Heading level={2} id="own-result">
          {say('invoices.check.result', { name: '' })}
        </Heading>
        <div role="status">
          <Notice tone="done">
            <p data-good="" />
          </Notice>
          <Notice tone="late">
            <p data-bad="" />
          </Notice>
        </div>
        <ol class="flow" />
      </section>
      <template>
        <li>
          <strong data-rule="" /> <span class="muted" data-line="" />
          <br />
          <span data-words="" />
        </li>
      </template>
    </div>
  );
}

/** Values stay open: the script puts them in. */
const placeholders = { n: '{n}', name: '{name}', line: '{line}' };

function Result({ say, locale, checked: { name, report } }: { say: Visit['say']; locale: Locale; checked: Checked }) {
  const verdict = verdictOf(report);
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
          const { problem, remedy } = checkWords(finding.rule, locale);
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
