// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openDataFolder } from '../data-folder.ts';
import { judgeServer, newestMinors, type ServerFacts } from './database.ts';
import { exitCodeFor, type Finding, printFindings } from './finding.ts';
import { judgeMachine, judgePort, type Machine } from './machine.ts';
import { findProgram, judgePrograms } from './programs.ts';
import { judgeRoom, judgeStorage } from './storage.ts';

const gibibyte = 2 ** 30;
const machine: Machine = {
  nodeVersion: '24.21.0',
  platform: 'linux-x64',
  memory: 8 * gibibyte,
  cores: 2,
  isRoot: false,
  namespaces: true,
  isPublic: false,
  now: new Date('2026-11-22T08:00:00Z'),
};
const server: ServerFacts = {
  version: `15.${newestMinors.minors[15]}`,
  encoding: 'UTF8',
  collation: 'C.UTF-8',
  collationChanged: false,
  isSuper: false,
  encrypted: true,
  local: false,
  drift: 0.1,
  off: [],
  tooMighty: [],
};
const external = { embedded: false, isPublic: true };
const states = (findings: readonly Finding[]) =>
  findings.filter(({ state }) => state !== 'ok').map(({ topic, state }) => `${topic}: ${state}`);

test('a machine as it should be gets no complaint', () => {
  assert.deepEqual(states(judgeMachine(machine)), []);
  assert.deepEqual(states(judgeServer(server, external)), []);
});

test('what is wrong with a machine is told apart: a trial may go on, operation may not', () => {
  const cases: [Partial<Machine>, string][] = [
    [{ nodeVersion: '22.1.0' }, 'Node: bad'],
    [{ nodeVersion: '25.0.0' }, 'Node: warning'],
    [{ now: new Date('2028-05-01') }, 'Node: bad'],
    [{ now: new Date('1970-01-01') }, 'Uhr: bad'],
    [{ memory: 0.5 * gibibyte }, 'Arbeitsspeicher: bad'],
    [{ memory: 2 * gibibyte }, 'Arbeitsspeicher: warning'],
    [{ platform: 'darwin-arm64' }, 'System: warning'],
    [{ isRoot: true }, 'Benutzer: warning'],
    [{ isRoot: true, isPublic: true }, 'Benutzer: bad'],
  ];
  for (const [change, expected] of cases) assert.deepEqual(states(judgeMachine({ ...machine, ...change })), [expected]);
});

test('a server that is old, unsafe or wrongly set is bad', () => {
  const cases: Partial<ServerFacts>[] = [
    { version: '15.3' },
    { version: '14.20' },
    { encoding: 'SQL_ASCII' },
    { collationChanged: true },
    { encrypted: false },
    { off: ['fsync'] },
    { tooMighty: ['fachwerk_app'] },
    { drift: 40 },
  ];
  for (const change of cases)
    assert.deepEqual(states(judgeServer({ ...server, ...change }, external)), ['PostgreSQL: bad'], JSON.stringify(change));
  assert.deepEqual(states(judgeServer({ ...server, isSuper: true }, external)), ['PostgreSQL: warning']);
});

test('the embedded server lags behind: fine for a trial, not when others can reach it', () => {
  const old = { ...server, version: '18.4' };
  assert.deepEqual(states(judgeServer(old, { embedded: true, isPublic: false })), ['PostgreSQL: warning']);
  assert.deepEqual(states(judgeServer(old, { embedded: true, isPublic: true })), ['PostgreSQL: bad']);
});

test('less than a tenth of the disk, or less than 1 GB, is bad', () => {
  const room = (bavail: number, blocks: number) => judgeRoom('/', { bavail, blocks, bsize: gibibyte }).state;
  assert.deepEqual([room(50, 100), room(15, 100), room(9, 100), room(0.5, 1)], ['ok', 'warning', 'bad', 'bad']);
});

test('keys that others may read and a folder that others may write are found', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-doctor-'));
  const data = openDataFolder(path.join(folder, 'var'));
  const complaints = () => states(judgeStorage(data.path)).filter((text) => text.startsWith('Datenordner'));
  assert.deepEqual(complaints(), []);
  mkdirSync(path.join(data.keys, 'old'), { mode: 0o700 });
  writeFileSync(path.join(data.keys, 'old', 'sign.pem'), 'x', { mode: 0o644 });
  assert.deepEqual(complaints(), ['Datenordner: bad']);
  chmodSync(path.join(data.keys, 'old', 'sign.pem'), 0o600);
  assert.deepEqual(complaints(), []);
  chmodSync(data.path, 0o777);
  assert.deepEqual(complaints(), ['Datenordner: bad']);
  rmSync(folder, { recursive: true });
});

test('a port that another program holds is bad; one that our own Fachwerk holds is well', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const env = { PORT: String((other.address() as { port: number }).port) };
  assert.equal((await judgePort(env, undefined)).state, 'bad');
  assert.equal((await judgePort(env, 'http://127.0.0.1:8080')).state, 'ok');
  await new Promise((resolve) => other.close(resolve));
  assert.equal((await judgePort(env, undefined)).state, 'ok');
  assert.equal((await judgePort({ ...env, HOST: '0.0.0.0' }, undefined)).state, 'warning');
});

test('a missing optional program is a note with the way to get it, never a failure', () => {
  const findings = judgePrograms({ PATH: '/nowhere' }).filter(({ state }) => state === 'note');
  assert.ok(findings.length > 0);
  for (const { advice } of findings) assert.match(advice ?? '', /apt-get install [a-z-]+$/);
  assert.equal(exitCodeFor(findings), 0);
  assert.equal(findProgram('sh', { PATH: '/nowhere:/bin' }), '/bin/sh');
});

test('the report says what to do and fails only for what is broken or insecure', () => {
  const findings: Finding[] = [
    { topic: 'Node', state: 'ok', found: '24' },
    { topic: 'Platz', state: 'warning', found: '12 %' },
  ];
  assert.equal(exitCodeFor(findings), 0);
  const worse: Finding[] = [...findings, { topic: 'Uhr', state: 'bad', found: '1970', advice: 'Zeitdienst einrichten' }];
  assert.equal(exitCodeFor(worse), 1);
  assert.match(printFindings(worse), /✖ Uhr +1970\n +→ Zeitdienst einrichten\n\n1 × unsicher oder defekt, 1 × Warnung/);
});
