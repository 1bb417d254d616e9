// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../verify/verdict.ts';
import { emptyFacts } from '../verify/check-package.ts';
import { Findings } from '../verify/finding.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { harmless, sayVerdict } from './say.ts';

/** Every sentence of a language by its place. */
function flat(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => flat(inner, `${place}.${key}`));
}

function gaps(template: string): string[] {
  return [...template.matchAll(/\{(\w+)/g)].map((match) => match[1]!).sort();
}

test('German and English have the same sentences with the same gaps', () => {
  const english = new Map(flat(en));
  assert.deepEqual(
    flat(de)
      .map(([place]) => place)
      .sort(),
    [...english.keys()].sort(),
  );
  for (const [place, sentence] of flat(de)) {
    if (place === '.locale') continue;
    assert.deepEqual(gaps(english.get(place)!), gaps(sentence), place);
    assert.equal(english.get(place)!.split('|').length, sentence.split('|').length, place);
    assert.ok(sentence.length > 0 && !/\s{2}|^\s|\s$/.test(sentence), place);
  }
});

function verdictWith(add: (findings: Findings) => void) {
  const findings = new Findings();
  add(findings);
  return judge(emptyFacts(findings));
}

test('what a stranger’s file says cannot command a terminal, turn the line, or pass for our own words', () => {
  const hostile = '\u001b[2J\u202e{seq}|fett\u0007\n<b>';
  const verdict = verdictWith((findings) => findings.error('content-differs', { name: hostile, path: 'x' }));
  const [said] = sayVerdict(verdict, 'de').errors;
  assert.ok(!/[\u0000-\u001f\u202e]/.test(said!.lead));
  assert.ok(said!.lead.includes('{seq}|fett'), 'gaps and bars in parameters stay what they are');
  assert.equal(said!.rest, '');
  assert.equal(harmless('x'.repeat(10_000)).length, 401);
});

test('numbers, dates and nouns follow the language', () => {
  const verdict = verdictWith((findings) => {
    findings.error('size-differs', { entries: 1, size: 1234567 });
    findings.note('personal-erased', { no: 12, seq: 40, at: '2026-07-02T10:00:00.000Z', basis: 'Art. 17 DSGVO' });
    findings.error('archive-refused', { fault: 'overlap', path: '' });
  });
  const german = sayVerdict(verdict, 'de');
  assert.equal(german.errors[0]?.lead, 'Enthalten sind 1 Eintrag, der letzte Prüfpunkt nennt 1.234.567.');
  assert.match(german.notes[0]!.lead, /02\.07\.2026, 12:00/, 'German office time');
  assert.match(german.errors[1]!.lead, /überlappen/);
  const english = sayVerdict(verdict, 'en');
  assert.equal(english.errors[0]?.lead, '1 entry is contained, the last checkpoint says 1,234,567.');
});

test('a time that is none is shown as a question mark, not as an exception', () => {
  const verdict = verdictWith((findings) => findings.note('personal-erased', { no: 1, seq: 1, at: 'gestern', basis: 'x' }));
  assert.match(sayVerdict(verdict, 'de').notes[0]!.lead, /am \? die/);
});

test('more findings than are kept are counted', () => {
  const verdict = verdictWith((findings) => {
    for (let seq = 0; seq < 1000; seq++) findings.error('personal-missing', { no: 1, seq });
  });
  const { errors } = sayVerdict(verdict, 'de');
  assert.equal(errors.length, 21);
  assert.equal(errors.at(-1)?.lead, 'und 980 weitere dieser Art');
});
