// SPDX-License-Identifier: EUPL-1.2
// The parts that keep a check of millions of entries within bounded memory.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ErasedPositions } from './erased-positions.ts';
import { NameTable } from './name-table.ts';
import { parsePositioned } from './leaf-line.ts';
import { LineReader, LineTooLong } from './lines.ts';
import { noteLines } from './note-lines.ts';

async function* cut(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  // One buffer for all chunks, as files are read: a line must not depend on a chunk that is gone.
  const shared = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    shared.set(part);
    yield shared.subarray(0, part.length);
  }
}

async function linesOf(text: string, size: number): Promise<string[]> {
  const reader = new LineReader(cut(text, size));
  const lines: string[] = [];
  for (let line = await reader.next(); line !== undefined; line = reader.take() ?? (await reader.next()))
    lines.push(Buffer.from(line).toString());
  return lines;
}

test('lines come out whole however the stream is cut, with or without a last newline', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ maxLength: 30 }).map((line) => line.replaceAll('\n', ''))),
      fc.integer({ min: 1, max: 50 }),
      async (lines, size) => {
        assert.deepEqual(await linesOf(lines.map((line) => `${line}\n`).join(''), size), lines);
        const open = lines.join('\n');
        const expected = open.endsWith('\n') || open === '' ? lines.slice(0, -1) : lines;
        assert.deepEqual(await linesOf(open, size), lines.length > 0 && open === '' && lines.length === 1 ? [] : expected);
      },
    ),
  );
});

test('lines longer than the buffer pass, lines longer than the limit stop the reading', async () => {
  const long = 'x'.repeat(700_000);
  assert.deepEqual(await linesOf(`${long}\nend`, 64 * 1024), [long, 'end']);
  const reader = new LineReader(cut(long, 1000), 5000);
  await assert.rejects(reader.next(), LineTooLong);
});

test('names are numbered in order, found again, and keep their values while the table grows', () => {
  const table = new NameTable();
  const names = Array.from({ length: 5000 }, (_, i) => `document:${i}`);
  names.forEach((name, i) => {
    assert.equal(table.find(name), -1);
    assert.equal(table.enter(name), i);
    table.value(i).fill(i & 255);
    table.setNumber(i, i * 3);
  });
  names.forEach((name, i) => {
    assert.equal(table.enter(name), i);
    assert.equal(table.find(name), i);
    assert.deepEqual([...new Set(table.value(i))], [i & 255]);
    assert.equal(table.number(i), i * 3);
    assert.equal(table.name(i), name);
  });
  assert.equal(table.size, 5000);
  assert.equal(table.enter('x'.repeat(200_000)), 5000, 'a name longer than all the others together');
  assert.equal(table.find('document:ä'), -1);
  assert.throws(() => table.enter('document:ä'), RangeError);
});

test('a positioned line is taken apart, anything else is refused', () => {
  const hash = new Uint8Array(32);
  const hex = 'ab'.repeat(32);
  const parts = parsePositioned(Buffer.from(`1234567890 ${hex} {"x": 1}`), hash);
  assert.equal(parts?.seq, 1234567890);
  assert.equal(Buffer.from(hash).toString('hex'), hex);
  assert.equal(Buffer.from(parts!.rest).toString(), '{"x": 1}');
  assert.equal(parsePositioned(Buffer.from(`0 ${hex} `), hash)?.rest.length, 0);
  const wrong = [
    '',
    '1',
    `01 ${hex} x`,
    ` 1 ${hex} x`,
    `-1 ${hex} x`,
    `1  ${hex} x`,
    `1 ${hex.slice(1)} x`,
    `1 ${hex.toUpperCase()} x`,
    `1 ${hex}x`,
    `99999999999999999 ${hex} x`,
  ];
  for (const line of wrong) assert.equal(parsePositioned(Buffer.from(line), hash), undefined, line);
});

test('erasure statements cover the positions they list and no others', () => {
  const erased = new ErasedPositions();
  assert.ok(erased.add('5000000 {"basis":"Art. 17 DSGVO","seqs":[0,7,8,4999999],"v":1}'));
  assert.deepEqual(
    [0, 7, 8, 4_999_999].map((seq) => erased.covers(seq)),
    [true, true, true, true],
  );
  assert.deepEqual(
    [1, 6, 9, 4_999_998, 5_000_000, 9e15].map((seq) => erased.covers(seq)),
    [false, false, false, false, false, false],
  );
  for (const line of [
    '',
    '5 {}',
    '5000000 {"basis":"x","seqs":[],"v":1}',
    '3 {"basis":"x","seqs":[3],"v":1}',
    '3 {"basis":"x","seqs":[2.5],"v":1}',
  ]) {
    assert.equal(erased.add(line), false, line);
  }
});

test('notes, keys and receipts in one file are told apart, with any number of blank lines between them', () => {
  const note = 'o\n1\nroot\n\n\u2014 a sig\n\u2014 b sig\n';
  assert.deepEqual(noteLines(`key\n\n${note}\n\n${note}rest\n`), [
    { kind: 'line', text: 'key' },
    { kind: 'note', text: note },
    { kind: 'note', text: note },
    { kind: 'line', text: 'rest' },
  ]);
  assert.deepEqual(noteLines(note.replaceAll('\n', '\r\n')), [{ kind: 'note', text: note }], 'saved on Windows');
  assert.deepEqual(noteLines(''), []);
});
