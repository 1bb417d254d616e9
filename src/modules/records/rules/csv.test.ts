// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decodeCsv, readCsv } from './csv.ts';

describe('a table', () => {
  for (const [what, text, expected] of [
    [
      'is separated by semicolons',
      'a;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'or by commas',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'keeps separators, quotes and line breaks in quotes',
      'a;b\n"x;y";"say ""so""\nnow"',
      [
        ['a', 'b'],
        ['x;y', 'say "so"\nnow'],
      ],
    ],
    [
      'has empty cells at the end',
      'a;b;\n1;;',
      [
        ['a', 'b', ''],
        ['1', '', ''],
      ],
    ],
    [
      'leaves empty lines out',
      'a;b\n\n;\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['begins after the byte order mark', '\uFEFFa;b', [['a', 'b']]],
    ['may be empty', '', []],
  ] as const) {
    test(what, () =>
      assert.deepEqual(
        readCsv(text).lines.map(({ cells }) => cells),
        expected,
      ),
    );
  }

  test('counts lines as a spreadsheet shows them, also after a cell with line breaks', () => {
    assert.deepEqual(
      readCsv('a;b\n"x\ny";1\nc;d').lines.map(({ line }) => line),
      [1, 2, 4],
    );
  });

  for (const [what, text] of [
    ['a quote inside a plain cell', 'a;b\n1;2\nx"y;3'],
    ['text after a closing quote', 'a;b\n1;2\n"x"y;3'],
    ['a quote that never closes', 'a;b\n1;2\n"x;3\n'],
  ] as const) {
    test(`is not guessed at: ${what}`, () => {
      assert.deepEqual(readCsv(text).findings, [{ line: 3, reason: 'records.table.stray-quote', details: {} }]);
    });
  }

  test('reads umlauts in both encodings that offices use', () => {
    const word = 'Öffentliche Straße – Übersicht';
    assert.equal(decodeCsv(new TextEncoder().encode(word)), word);
    assert.equal(decodeCsv(new Uint8Array([0xd6, 0x66, 0x66, 0x6e, 0x75, 0x6e, 0x67, 0x20, 0x96])), 'Öffnung –');
  });

  test('gives back whatever was written into it', () => {
    const cell = fc.string().map((text) => text.trim().replaceAll('\r', ''));
    const table = fc.array(
      fc.array(
        cell.filter((text) => text !== ''),
        { minLength: 2, maxLength: 5 },
      ),
      { minLength: 1 },
    );
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((cells) => cells.map(quoted).join(';')).join('\n');
        const head = 'a;b;c;d;e;f;g\n'; // decides the separator
        assert.deepEqual(
          readCsv(head + text)
            .lines.slice(1)
            .map(({ cells }) => cells),
          rows,
        );
      }),
    );
  });
});
