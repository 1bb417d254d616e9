// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plainDate } from '@fachwerk/german-calendar';
import fc from 'fast-check';
import { corpus, faults, town } from './corpus-fixture.ts';
import { indexDirectory } from './directory.ts';
import { parseOrder } from './parse.ts';
import { printOrder, stagesOf } from './print.ts';
import type { TypedStep } from './types.ts';

const index = indexDirectory(town);
const today = plainDate('2026-11-24');
const read = (text: string) => parseOrder(text, index, today);

function meaningOf({ kind, seat, due, series, note }: TypedStep): string {
  return [kind, seat.label || 'ich', due, series, note && `"${note}"`].filter((part) => part !== null && part !== '').join(' ');
}

function meaning(text: string): string {
  const { steps, problems } = read(text);
  const said = stagesOf(steps).map((stage) => {
    const branches = [...new Set(stage.map(({ branch }) => branch))];
    return branches
      .map((branch) =>
        stage
          .filter((step) => step.branch === branch)
          .map(meaningOf)
          .join(' → '),
      )
      .join(' + ');
  });
  return [...new Set(problems.map(({ code }) => `!${code} `))].join('') + said.join(' | ');
}

/** What of a step must survive being written and read again. */
const kept = (text: string) => read(text).steps.map(({ seat, ...step }) => ({ ...step, seat: { ...seat, label: '' } }));

describe('an order as clerks type it', () => {
  for (const [typed, expected] of corpus) test(typed.replaceAll('\n', ' ⏎ '), () => assert.equal(meaning(typed), expected));

  test('is known in at least 150 spellings', () => assert.ok(corpus.length >= 150, String(corpus.length)));

  test('means the same when it is written out and read again', () => {
    for (const [typed] of corpus) {
      const written = printOrder(read(typed).steps);
      assert.deepEqual(kept(written), kept(typed), written);
      assert.equal(printOrder(read(written).steps), written);
    }
  });
});

describe('what was not understood', () => {
  for (const [typed, code, points, proposal] of faults) {
    test(`${typed.replaceAll('\n', ' ⏎ ')}: ${code} at „${points}“`, () => {
      const problem = read(typed).problems.find((one) => one.code === code) ?? assert.fail(JSON.stringify(read(typed).problems));
      assert.equal(typed.slice(problem.from, problem.to), points);
      assert.equal(problem.proposals[0] ?? '', proposal);
    });
  }

  test('a proposal that is taken leaves one problem less', () => {
    for (const [typed] of faults) {
      for (const { from, to, proposals } of read(typed).problems) {
        for (const proposal of proposals) {
          const mended = typed.slice(0, from) + proposal + typed.slice(to);
          assert.ok(firm(mended) < Math.max(1, firm(typed)), `${typed} → ${mended}`);
        }
      }
    }
  });

  test('every problem lies within the text', () => {
    for (const [typed] of faults)
      for (const { from, to } of read(typed).problems) assert.ok(0 <= from && from <= to && to <= typed.length);
  });
});

const firm = (text: string) => read(text).problems.filter(({ hint }) => !hint).length;
const pieces = [...new Set(corpus.flatMap(([typed]) => typed.split(' ')))];
const scraps = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.constantFrom('\n', ';', '1.', '2)', 'a)', 'bb)', '→', '+', ',', ':', '(', ')', '31.2.', '\u00a0', '🙈', '\u0000'),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .map((words) => words.join(' '));

describe('whatever is typed', () => {
  test('nothing breaks, and every place lies within the text', () => {
    fc.assert(
      fc.property(scraps, (text) => {
        const { steps, problems, understood } = read(text);
        for (const { from, to } of [...problems, ...understood])
          assert.ok(0 <= from && from <= to && to <= text.length, `${from}–${to}`);
        for (const { stage, branch, turn } of steps) assert.ok(stage >= 1 && branch >= 1 && turn >= 1);
      }),
      { numRuns: 3_000, seed: 7 },
    );
  });

  test('what was understood is written and read again without loss', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...corpus.map(([typed]) => typed)), { minLength: 1, maxLength: 8 }), (lines) => {
        const { steps } = read(lines.join('\n'));
        const written = printOrder(steps);
        assert.deepEqual(kept(written), kept(lines.join('\n')), written);
      }),
      { numRuns: 300, seed: 8 },
    );
  });

  test('every key on an order of 30 steps is answered within 16 ms', (context) => {
    const lines = Array.from(
      { length: 30 },
      (_, at) => `${at + 1}. ${corpus[at * 5]?.[0].split('\n')[0] ?? '20 z.Mz.'} bis 12.3.`,
    );
    const text = `${lines.join('\n')}\n31. Kaemerei, Herr Kraus, Frau Lohman z.M`;
    const many = indexDirectory({
      ...town,
      people: Array.from({ length: 640 }, (_, n) => ({
        function: `f${n}`,
        unit: 'u20',
        given: `Name${n}`,
        family: `Familie${n % 400}`,
        head: false,
      })),
    });
    const times: number[] = [];
    for (let key = text.length - 200; key <= text.length; key += 1) {
      const start = performance.now();
      parseOrder(text.slice(0, key), many, today);
      times.push(performance.now() - start);
    }
    times.sort((one, other) => one - other);
    const median = times[Math.floor(times.length / 2)] ?? 0;
    context.diagnostic(`median ${median.toFixed(2)} ms, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(2)} ms`);
    assert.ok(median < 16, String(median));
  });

  test('twice the text takes about twice the time, not four times', (context) => {
    const line = '20, Herr Krause → AL 32 z.Mz. bis Ende März: nur Seite 4 und 5; ';
    const timeOf = (text: string) => {
      const start = performance.now();
      for (let n = 0; n < 8; n += 1) read(text);
      return performance.now() - start;
    };
    timeOf(line.repeat(40));
    const [short, long] = [timeOf(line.repeat(40)), timeOf(line.repeat(160))];
    context.diagnostic(`40 lines ${short.toFixed(1)} ms, 160 lines ${long.toFixed(1)} ms`);
    assert.ok(long < short * 10 + 20, `${short} → ${long}`);
  });
});
