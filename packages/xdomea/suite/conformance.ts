// SPDX-License-Identifier: EUPL-1.2
// `npm run conformance -- xdomea [DIR]`: DIR has `xsd/<version>` (may be absent) and messages, as XML or ZIP, anywhere below.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../src/bind/read.ts';
import { writeMessage } from '../src/bind/write.ts';
import { checkMessage, checkStructure } from '../src/check/check.ts';
import { infosetDifferences } from '../src/compare/infoset.ts';
import { type Opened, openMessage } from '../src/open.ts';
import { outline } from '../src/outline/outline.ts';
import { unpack } from '../src/parcel/zip.ts';
import { messagesOf, versions } from '../src/table/versions.ts';
import { serialize } from '../src/xml/serialize.ts';
import { Unreadable } from '../src/xml/unreadable.ts';
import { mutationsOf } from './mutate.ts';
import { type SecondOpinion, secondOpinion } from './schemas.ts';
import { specimen } from './specimen.ts';

interface Result {
  passed: number;
  failed: number;
  readonly differences: string[];
}

function note(result: Result, name: string, problems: readonly string[]): void {
  if (problems.length === 0) result.passed += 1;
  else {
    result.failed += 1;
    result.differences.push(`${name}: ${problems.slice(0, 5).join('; ')}`);
  }
}

async function* messagesIn(folder: string): AsyncGenerator<{ name: string; bytes: Uint8Array }> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file);
    if (!entry.isFile()) continue;
    if (entry.name.endsWith('.xml')) yield { name, bytes: readFileSync(file) };
    if (entry.name.endsWith('.zip')) yield { name, bytes: (await unpack(readFileSync(file))).message };
  }
}

/** Files that are no messages (code lists, settings) do not count. */
function opened(bytes: Uint8Array): Opened | string | undefined {
  try {
    return openMessage(bytes);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return error.reason === 'not-xdomea' ? undefined : error.message;
  }
}

function againstSchema(opinion: SecondOpinion | undefined, xml: string, message: Opened): string[] {
  const said = opinion?.(xml, message.version, message.root.name);
  return said === undefined ? [] : [`schema: ${said}`];
}

function roundTrip(message: Opened, opinion: SecondOpinion | undefined): string[] {
  const { xml, losses } = writeMessage(messageOf(message));
  const again = openMessage(xml);
  const structure = checkStructure(message).list.map((each) => `${each.path} ${each.rule}`);
  const same = infosetDifferences(message.root, openMessage(serialize(message.root)).root);
  const shown = outline(messageOf(message)).facts.length > 0 ? [] : ['not shown'];
  return [
    ...structure,
    ...same,
    ...infosetDifferences(message.root, again.root),
    ...losses.map((each) => `lost ${each.path}`),
    ...againstSchema(opinion, xml, again),
    ...shown,
  ];
}

function spoilt(result: Result, name: string, message: Opened, opinion: SecondOpinion | undefined): void {
  for (const mutation of mutationsOf(message, 3)) {
    const xml = serialize(mutation.root);
    const { findings, unreadable } = checkMessage(xml);
    const plain = (text: string) => text.replace(/\[\d+\]/g, '');
    const placed =
      unreadable?.line ??
      findings.find((each) => each.level === 'error' && each.line > 0 && plain(each.path).startsWith(mutation.around))?.line;
    const problems = placed === undefined ? ['not refused with its place'] : [];
    if (opinion !== undefined && opinion(xml, message.version, message.root.name) === undefined)
      problems.push('the schema accepts it');
    note(result, `${name} ${mutation.kind} in ${mutation.around}`, problems);
  }
}

function written(result: Result, opinion: SecondOpinion | undefined): void {
  for (const version of versions) {
    for (const typ of messagesOf(version)) {
      const { xml } = writeMessage(specimen(version, typ));
      const message = openMessage(xml);
      const structure = checkStructure(message).list.map((each) => `${each.path} ${each.rule} ${each.observed} ${each.expected}`);
      note(result, `written ${version} ${typ}`, [...structure, ...roundTrip(message, opinion)]);
      spoilt(result, `spoilt ${version} ${typ}`, message, opinion);
    }
  }
}

/** The large message in a process of its own whose memory is limited, so that the figure is its own. */
function large(): { line: string; problems: string[] } {
  const output = execFileSync(process.execPath, ['--max-old-space-size=320', path.join(import.meta.dirname, 'large.ts')], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  return JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as { line: string; problems: string[] };
}

/** Runs everything; `quick` leaves out the large message. */
export async function conformance(folder: string, options: { readonly quick?: boolean } = {}): Promise<Result> {
  const result: Result = { passed: 0, failed: 0, differences: [] };
  if (options.quick !== true) {
    const { problems, line } = large();
    result.differences.push(line);
    note(result, 'large', problems);
  }
  const found = await secondOpinion(path.join(folder, 'xsd'));
  const opinion = typeof found === 'string' ? undefined : found;
  if (typeof found === 'string') result.differences.push(`SKIPPED: comparison with the public schemas (${found})`);
  for await (const { name, bytes } of messagesIn(folder)) {
    const message = opened(bytes);
    if (message === undefined) continue;
    note(result, name, typeof message === 'string' ? [message] : roundTrip(message, opinion));
    if (typeof message !== 'string') spoilt(result, name, message, opinion);
  }
  written(result, opinion);
  return result;
}
