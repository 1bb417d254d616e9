// SPDX-License-Identifier: EUPL-1.2
// `npm run conformance -- evidence [DIR]`: DIR has evidence records anywhere below, and their data beside them.
import { equalBytes } from '../src/bytes.ts';
import { NotDer } from '../src/der/reader.ts';
import { readRecord } from '../src/record/record.ts';
import { explainVerdict } from '../src/texts/say.ts';
import type { Verdict } from '../src/verify/verdict.ts';
import { verifyRecord } from '../src/verify/verify.ts';
import { readMaterial, type Vector } from './folder.ts';
import { askCms, hasOpenssl } from './openssl.ts';
import { ownRecords } from './own.ts';
import { spoil } from './spoil.ts';

/** Sum of a run; differences are lines for the console. */
export interface Result {
  passed: number;
  failed: number;
  differences: string[];
}

/** Runs everything; `quick` leaves out the large tree. */
export async function conformance(folder: string, options: { readonly quick?: boolean } = {}): Promise<Result> {
  const result: Result = { passed: 0, failed: 0, differences: [] };
  const openssl = hasOpenssl();
  if (!openssl && process.env['FACHWERK_REQUIRE'] === 'all') note(result, 'openssl', ['the program is missing']);
  const { vectors, strangers, xml } = readMaterial(folder);
  for (const vector of vectors) await decide(vector, { result, openssl });
  for (const { name, bytes } of strangers)
    note(result, `${name} as a record`, isRefused(bytes) ? [] : ['is read as an evidence record']);
  await ownRecords({
    note: (name, problems) => note(result, name, problems),
    tell: (line) => result.differences.push(line),
    openssl,
    large: options.quick !== true,
  });
  result.differences.push(
    `${vectors.length} records decided: ${vectors.filter(({ holds }) => holds).length} hold, the others do not`,
  );
  if (xml > 0) result.differences.push(`SKIPPED: ${xml} XML files; records in XML (RFC 6283) are not read`);
  if (!openssl) result.differences.push('SKIPPED: second opinion of openssl ts (the program is missing)');
  return result;
}

function note(result: Result, name: string, problems: readonly string[]): void {
  if (problems.length === 0) result.passed += 1;
  else result.failed += 1;
  for (const problem of problems) result.differences.push(`${name}: ${problem}`);
}

type Run = { readonly result: Result; readonly openssl: boolean };

async function decide(vector: Vector, { result, openssl }: Run): Promise<void> {
  const verdict = await verified(vector, vector.data ?? []);
  const problems = problemsOf(vector, verdict);
  if (vector.data === undefined) result.differences.push(`${vector.name}: no data at hand, decided without`);
  note(result, vector.name, problems);
  if (!vector.holds || problems.length > 0) return;
  await refuseSpoilt(vector, result);
  for (const opinion of openssl ? opinions(vector) : [])
    note(result, `${vector.name}, openssl`, opinion === 'OK' ? [] : [opinion]);
}

function problemsOf({ holds, because }: Vector, verdict: Verdict): string[] {
  const keys = verdict.errors.map(({ key }) => key);
  if (because !== undefined && !keys.includes(because)) return [`${because} was not found, but ${keys.join(', ') || 'nothing'}`];
  if (holds === (verdict.state !== 'broken')) return [];
  return [holds ? `should hold: ${explainVerdict(verdict, 'en').errors.join(' ')}` : 'should not hold, but does'];
}

/** At the moment of its last stamp, and trusting the topmost certificates enclosed: a stranger's vector brings no other. */
async function verified(
  { record, group }: Pick<Vector, 'record' | 'group'>,
  data: NonNullable<Vector['data']>,
): Promise<Verdict> {
  const stamps = stampsOrNone(record);
  const at = new Date(Math.max(0, ...stamps.map((stamp) => stamp.at.getTime())));
  const anchors = stamps.flatMap((stamp) => topmost(stamp.certificates).map(({ der }) => der));
  return verifyRecord(record, { data, group, anchors, at });
}

function stampsOrNone(record: Uint8Array) {
  try {
    return readRecord(record)
      .chains.flat()
      .map(({ stamp }) => stamp);
  } catch {
    return []; // decided by the verification
  }
}

/** Certificates whose issuer is not among the others. */
function topmost<T extends { readonly issuer: Uint8Array; readonly subject: Uint8Array }>(certificates: readonly T[]): T[] {
  return certificates.filter(
    ({ issuer, subject }) => equalBytes(issuer, subject) || !certificates.some((other) => equalBytes(other.subject, issuer)),
  );
}

async function refuseSpoilt(vector: Vector, result: Result): Promise<void> {
  const data = vector.data ?? [];
  for (const { how, record } of spoil(vector.record)) {
    const { state } = await verified({ record, group: vector.group }, data);
    // Without data, the first list stands for itself, and a first chain that is gone leaves no trace.
    note(result, `${vector.name}, ${how}`, state === 'broken' || data.length === 0 ? [] : ['is not noticed']);
  }
  const other = await verified(vector, [{ bytes: new TextEncoder().encode('another content') }]);
  note(result, `${vector.name} with other data`, other.state === 'broken' ? [] : ['is not noticed']);
}

/** OpenSSL's word on every token: signature and path. */
function opinions({ record }: Vector): string[] {
  return readRecord(record)
    .chains.flat()
    .map(({ stamp }) => askCms({ token: stamp.der, anchors: topmost(stamp.certificates).map(({ der }) => der), at: stamp.at }));
}

function isRefused(bytes: Uint8Array): boolean {
  try {
    readRecord(bytes);
    return false;
  } catch (error) {
    return error instanceof NotDer;
  }
}
