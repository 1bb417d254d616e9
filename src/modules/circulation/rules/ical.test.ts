// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { calendarOf } from './ical.ts';

const made = (summary: string) =>
  calendarOf([{ uid: 'a', day: '2026-12-03', summary }], { name: 'Waldbrück', stamp: '20261124T080000Z', host: 'stadt.example' });

describe('a calendar', () => {
  test('has a whole day for each entry', () => {
    const text = made('Wv. 32.11-0042#3');
    for (const line of [
      'BEGIN:VCALENDAR',
      'UID:a@stadt.example',
      'DTSTART;VALUE=DATE:20261203',
      'SUMMARY:Wv. 32.11-0042#3',
      'END:VCALENDAR',
    ])
      assert.ok(text.includes(`${line}\r\n`), line);
  });

  test('keeps commas, semicolons and line breaks from meaning anything', () =>
    assert.ok(made('a, b; c\r\nEND:VCALENDAR').includes('SUMMARY:a\\, b\\; c\\nEND:VCALENDAR\r\n')));

  test('has no line over 75 octets, and cuts no letter in two', () => {
    const text = made('Ä'.repeat(120));
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(text.replaceAll('\r\n ', '').includes('Ä'.repeat(120)));
  });
});
