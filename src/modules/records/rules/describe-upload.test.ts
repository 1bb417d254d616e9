// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeUpload } from './describe-upload.ts';

describe('an uploaded file is called', () => {
  for (const [name, type, title, kind] of [
    ['2026-11-20_Stellplatznachweis.pdf', 'application/pdf', '2026-11-20 Stellplatznachweis', 'Schreiben'],
    ['Anfrage.eml', 'message/rfc822', 'Anfrage', 'E-Mail'],
    ['Plan.v2.png', 'image/png', 'Plan.v2', 'Bild'],
    ['.pdf', 'application/pdf', '.pdf', 'Schreiben'],
    ['ohne Endung', 'text/plain', 'ohne Endung', 'Schreiben'],
  ] as const) {
    test(`${name} → „${title}“, ${kind}`, () => assert.deepEqual(describeUpload(name, type), { title, kind, direction: 'in' }));
  }
});
