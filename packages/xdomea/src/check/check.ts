// SPDX-License-Identifier: EUPL-1.2
import { type Opened, openMessage, rootType } from '../open.ts';
import { hashOf, type HashName } from '../parcel/hash.ts';
import { isPackageName } from '../parcel/names.ts';
import type { Version } from '../table/versions.ts';
import { childOf } from '../xml/node.ts';
import type { Limits } from '../xml/parse.ts';
import { Unreadable, type UnreadableReason } from '../xml/unreadable.ts';
import { type Finding, Findings, type Trail } from './finding.ts';
import { checkContent } from './rules.ts';
import { checkElement } from './structure.ts';
import { textAt } from './walk.ts';

/** What a check found: plain data, fit for JSON. */
export interface Report {
  /** Undefined if the message could not be read at all. */
  readonly version: Version | undefined;
  readonly typ: string | undefined;
  /** No finding of the level `error`. */
  readonly valid: boolean;
  readonly findings: readonly Finding[];
  /** Findings that are not listed: more than five hundred of one rule. */
  readonly omitted: number;
  readonly unreadable:
    | { readonly reason: UnreadableReason; readonly detail: string; readonly line: number; readonly column: number }
    | undefined;
}

function report(opened: Opened, findings: Findings): Report {
  const { version, typ } = opened;
  const valid = !findings.list.some((each) => each.level === 'error');
  return { version, typ, valid, findings: findings.list, omitted: findings.omitted(), unreadable: undefined };
}

/** Structure only: what an XML schema would say. */
export function checkStructure(opened: Opened): Findings {
  const { table, type } = rootType(opened);
  const findings = new Findings();
  const def = { kind: 'element', name: opened.root.name, qualified: true, type, fixed: undefined, min: 1, max: 1 } as const;
  checkElement(table, def, { node: opened.root, parent: undefined }, findings);
  return findings;
}

/** Structure and the rules beyond it. */
export function checkOpened(opened: Opened): Report {
  const findings = checkStructure(opened);
  checkContent(opened, findings);
  return report(opened, findings);
}

/** Checks the bytes or the text of a message; never throws for what they contain. */
export function checkMessage(input: Uint8Array | string, limits?: Limits): Report {
  try {
    return checkOpened(openMessage(input, limits));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { reason, detail, line, column } = error;
    return {
      version: undefined,
      typ: undefined,
      valid: false,
      findings: [],
      omitted: 0,
      unreadable: { reason, detail, line, column },
    };
  }
}

/** A message with the files of its package, by name. */
export interface PackageContent {
  readonly message: Uint8Array | string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Name of the ZIP file, if it is to be checked. */
  readonly name?: string;
}

const algorithms: Readonly<Record<string, HashName>> = { 'SHA-256': 'SHA-256', 'SHA-384': 'SHA-384', 'SHA-512': 'SHA-512' };

async function checkHash(trail: Trail, bytes: Uint8Array, findings: Findings): Promise<void> {
  const wanted = textAt(trail.node, 'Hash/Wert') ?? '';
  if (wanted === '') return;
  const said = (textAt(trail.node, 'Hash/Algorithmus/code') ?? 'SHA-256').toUpperCase();
  const algorithm = algorithms[said];
  if (algorithm === undefined) {
    findings.add('hash-unknown', trail, { observed: said, level: 'warning' });
    return;
  }
  const found = await hashOf(bytes, algorithm);
  if (found !== wanted.toLowerCase()) findings.add('hash-mismatch', trail, { observed: found, expected: wanted });
}

/** Checks a message against the files beside it: each named file there, none besides, hashes equal. Throws `Unreadable` for what is no message. */
export async function checkPackage(content: PackageContent): Promise<Report> {
  const opened = openMessage(content.message);
  const findings = checkStructure(opened);
  const named = checkContent(opened, findings);
  const present = new Map([...content.files].map(([name, bytes]) => [name.toLowerCase(), bytes]));
  for (const [name, trail] of named) {
    const bytes = present.get(name);
    if (bytes === undefined) findings.add('file-missing', trail, { observed: childOf(trail.node, 'Dateiname')?.text ?? name });
    else if (bytes.length === 0) findings.add('file-empty', trail, { observed: name, level: 'warning' });
    else await checkHash(trail, bytes, findings);
  }
  const root: Trail = { node: opened.root, parent: undefined };
  for (const name of present.keys()) if (!named.has(name)) findings.add('file-surplus', root, { observed: name });
  if (content.name !== undefined && !isPackageName(content.name, opened)) {
    findings.add('package-name', root, { observed: content.name, level: 'warning' });
  }
  return report(opened, findings);
}
