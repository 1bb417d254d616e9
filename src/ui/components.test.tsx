// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ErrorSummary } from './error-summary.tsx';
import { Field } from './field.tsx';
import { Form } from './form.tsx';
import { Language } from './language.ts';
import { Pagination, pagesToShow } from './pagination.tsx';
import { RetentionBar, retentionBays } from './retention-bar.tsx';
import { Snippet } from './search-hit.tsx';
import { readTheme, themeCookie } from './theme.ts';

test('a field ties label, hint and error to its control', () => {
  const html = String(<Field name="subject" label="Betreff" hint="kurz" error="Fehlt." />);
  assert.match(html, /<label for="subject">/);
  assert.match(html, /aria-describedby="subject-hint subject-error"/);
  assert.match(html, /aria-invalid="true"/);
  assert.ok(html.indexOf('subject-error') < html.indexOf('<input'), 'the error is read before the control');
  assert.doesNotMatch(String(<Field name="subject" label="Betreff" />), /aria-invalid|aria-describedby/);
});

test('a date stands in the field as people write it and comes back as it was typed when it was wrong', () => {
  assert.match(String(<Field type="date" name="due" label="Frist" value="2026-12-03" />), /value="3\.12\.2026"/);
  assert.match(String(<Field type="date" name="due" label="Frist" value="31.11." />), /value="31\.11\."/);
});

test('what people typed stays text', () => {
  const evil = '"><script>alert(1)</script>';
  for (const html of [
    String(<Field name="a" label={evil} value={evil} />),
    String(<Snippet pieces={[{ text: evil, hit: true }]} />),
  ])
    assert.doesNotMatch(html, /<script>/);
});

test('each posted form carries a key of its own, a form shown again keeps its key', () => {
  const keys = [0, 1].map(() => /name="_key" value="([^"]+)"/.exec(String(<Form action="/a" />))?.[1]);
  assert.ok(keys[0] && keys[1] && keys[0] !== keys[1]);
  assert.match(String(<Form action="/a" formKey="k1" />), /name="_key" value="k1"/);
  assert.doesNotMatch(String(<Form action="/a" method="get" />), /_key/);
});

test('the error summary speaks the page’s language and is not there without errors', () => {
  assert.equal(String(<ErrorSummary errors={[]} />), '');
  const german = String(<ErrorSummary errors={[{ field: 'a', text: 'x' }]} />);
  assert.match(german, /Eine Angabe stimmt noch nicht/);
  const english = String(
    <Language value="en">
      <ErrorSummary
        errors={[
          { field: 'a', text: 'x' },
          { field: 'b', text: 'y' },
        ]}
      />
    </Language>,
  );
  assert.match(english, /2 answers are not right yet/);
});

test('pages near by, the first and the last are shown, gaps only where more than one page is left out', () => {
  assert.deepEqual(pagesToShow(1, 1), [1]);
  assert.deepEqual(pagesToShow(1, 11), [1, 2, 3, 0, 11]);
  assert.deepEqual(pagesToShow(4, 8), [1, 2, 3, 4, 5, 6, 7, 8]);
  assert.deepEqual(pagesToShow(7, 50), [1, 0, 5, 6, 7, 8, 9, 0, 50]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
      const [page, last] = [Math.min(a, b), Math.max(a, b)];
      const shown = pagesToShow(page, last).filter((n) => n > 0);
      assert.ok(shown.includes(1) && shown.includes(page) && shown.includes(last));
      assert.deepEqual(
        shown,
        [...new Set(shown)].sort((x, y) => x - y),
      );
    }),
  );
});

test('an empty list says 0 to 0 and offers no pages', () => {
  const html = String(<Pagination page={1} pageSize={20} total={0} href={() => '#'} />);
  assert.match(html, /0 bis 0 von 0/);
  assert.doesNotMatch(html, /<a /);
});

test('the retention bar has a bay a year, over 15 years one for five, and lights the present one', () => {
  const short = retentionBays({ fromYear: 2026, toYear: 2036, currentYear: 2026 });
  assert.equal(short.length, 11);
  assert.equal(short[0], 'now');
  const long = retentionBays({ fromYear: 2023, toYear: 2053, currentYear: 2033 });
  assert.deepEqual(long, ['run', 'run', 'now', 'rest', 'rest', 'rest', 'rest']);
  const over = retentionBays({ fromYear: 2000, toYear: 2010, currentYear: 2026 });
  assert.ok(over.every((bay) => bay === 'run'));
  const bar = <RetentionBar until="bis 31.12.2036," because="weil 10 Jahre" fromYear={2026} toYear={2036} currentYear={2027} />;
  assert.ok(String(bar).indexOf('bis 31.12.2036') < String(bar).indexOf('keep-bays'), 'the sentence stands before the bar');
});

test('the choice of appearance survives the way through the cookie', () => {
  for (const theme of ['light', 'dark'] as const) assert.equal(readTheme(themeCookie(theme)), theme);
  assert.equal(readTheme(themeCookie('auto')), undefined);
  assert.equal(readTheme('a=b; fachwerk-theme=dark; c=d'), 'dark');
  assert.equal(readTheme('fachwerk-theme=pink'), undefined);
  assert.equal(readTheme(undefined), undefined);
});
