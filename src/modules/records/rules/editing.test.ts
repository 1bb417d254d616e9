// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conflictName, mayAddBeside, mayEditInOffice, mayReleaseLock, officeProgram, planSaving } from './editing.ts';

const draft = { state: 'draft', versions: 3, caseState: 'open', writable: true } as const;

describe('editing in the office suite', () => {
  test('what becomes of a saved text', () => {
    const base = { content: 'neu', current: 'v3', base: 3, versions: 3, saved: 'v3', late: false };
    const cases: [string, Partial<typeof base>, ReturnType<typeof planSaving>][] = [
      ['a new text on the newest version', {}, 'version'],
      ['the text that is there already', { content: 'v3' }, 'nothing'],
      ['the same after a lost answer, others have gone on', { content: 'v3', current: 'v5', versions: 5 }, 'nothing'],
      ['a text on an older version', { versions: 4, current: 'v4' }, 'conflict'],
      ['a text refused because of a lock', { late: true }, 'conflict'],
      ['the text that is there already, refused', { content: 'v3', late: true }, 'nothing'],
    ];
    for (const [name, change, expected] of cases) assert.equal(planSaving({ ...base, ...change }), expected, name);
  });

  test('which files open in which program', () => {
    const cases: [string, ReturnType<typeof officeProgram>][] = [
      ['Bescheid.docx', 'word'],
      ['BESCHEID.ODT', 'word'],
      ['Haushalt.ods', 'excel'],
      ['Vortrag.pptx', 'powerpoint'],
      ['Notiz.txt', 'none'],
      ['Scan.pdf', undefined],
      ['ohne Endung', undefined],
      ['constructor', undefined],
    ];
    for (const [name, program] of cases) assert.equal(officeProgram(name), program, name);
  });

  test('who may open', () => {
    assert.equal(mayEditInOffice(draft, 'Bescheid.docx'), undefined);
    assert.equal(mayEditInOffice(draft, 'Scan.pdf')?.reason, 'records.editing.no-office-file');
    assert.equal(mayEditInOffice({ ...draft, state: 'final' }, 'Bescheid.docx')?.reason, 'records.document-is-final');
    assert.equal(mayEditInOffice({ ...draft, writable: false }, 'Bescheid.docx')?.reason, 'records.open-case.read-only');
  });

  test('who may add a version while the document is open somewhere', () => {
    assert.equal(mayAddBeside([], 'anna'), undefined);
    assert.equal(mayAddBeside(['anna'], 'anna'), undefined);
    assert.equal(mayAddBeside(['ben'], 'anna')?.reason, 'records.editing.locked-refused');
    assert.equal(mayAddBeside(['ben'], null), undefined);
  });

  test('a lock is ended by who may write there, if there is one', () => {
    assert.equal(mayReleaseLock(1, true), undefined);
    assert.equal(mayReleaseLock(0, true)?.reason, 'records.editing.not-locked');
    assert.equal(mayReleaseLock(1, false)?.reason, 'records.open-case.read-only');
  });

  test('a Konfliktfassung is recognised by its name', () => {
    assert.equal(conflictName('Bescheid.docx'), 'Bescheid – Konfliktfassung.docx');
    assert.equal(conflictName('Bescheid'), 'Bescheid – Konfliktfassung');
    assert.ok(conflictName(`${'x'.repeat(400)}.docx`).endsWith(' – Konfliktfassung.docx'));
  });
});
