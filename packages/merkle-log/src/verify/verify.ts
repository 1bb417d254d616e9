// SPDX-License-Identifier: EUPL-1.2
// From files to verdict: what the command line and the page both call.
import { ArchiveError } from '../zip/reader.ts';
import { checkExport, isExport } from './check-export.ts';
import type { EvidenceCheck } from './check-evidence.ts';
import { type Contents, checkPackage, emptyFacts } from './check-package.ts';
import type { Facts } from './facts.ts';
import { Findings } from './finding.ts';
import { LineTooLong } from './lines.ts';
import type { Source } from './source.ts';
import type { Trust } from './trust.ts';
import { judge, type Verdict } from './verdict.ts';

/** A verdict, what it rests on, and for a proof package what it contains. */
export type Result = { readonly verdict: Verdict; readonly facts: Facts; readonly contents?: Contents };

/** How to open the files, and what the reader believes. `open` may throw `ArchiveError`. */
export type VerifyInput = {
  readonly open: () => Promise<Source>;
  readonly trust: Trust;
  readonly progress?: (entries: number) => void;
  /** Checks evidence records; without it they count as unchecked. */
  readonly evidence?: EvidenceCheck;
};

/** Checks a proof package or a full export. A damaged or hostile archive gives a verdict, too; only faults of the machine are thrown. */
export async function verify({ open, ...input }: VerifyInput): Promise<Result> {
  try {
    return await check(await open(), input);
  } catch (error) {
    const findings = new Findings();
    if (error instanceof ArchiveError) findings.error('archive-refused', { fault: error.fault, path: error.path });
    else if (error instanceof LineTooLong) findings.error('file-malformed', { place: '' });
    else throw error;
    return conclude(emptyFacts(findings));
  }
}

async function check(source: Source, { trust, progress, evidence }: Omit<VerifyInput, 'open'>): Promise<Result> {
  if (isExport(source)) return conclude(await checkExport(source, trust, progress));
  if (source.has('proof.json')) {
    const { facts, contents } = await checkPackage(source, trust, evidence);
    return { ...conclude(facts), contents };
  }
  const findings = new Findings();
  findings.error('unknown-format');
  return conclude(emptyFacts(findings));
}

function conclude(facts: Facts): Result {
  return { facts, verdict: judge(facts) };
}
