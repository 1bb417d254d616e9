// SPDX-License-Identifier: EUPL-1.2
import type { deProof } from './de-proof.ts';

/** The page of the proof, in English. */
export const enProof: Record<keyof typeof deProof, string> = {
  'records.proof.title': 'Proof',
  'records.proof.package': 'Proof package, {size}',
  'records.proof.sound': 'This file is unchanged and complete.',
  'records.proof.broken': 'This file does not agree with the journal.',
  'records.proof.checked':
    '{entries} entries, none missing; {contents} contents belong to them. This computer has just checked the entries, the package checks the contents.',
  'records.proof.chain': 'Why this holds, link by link',
  'records.proof.link.contents': '{n} contents',
  'records.proof.link.contents.one': 'One content',
  'records.proof.link.contents-text': 'Each has its checksum. Another comma would give another one.',
  'records.proof.link.entries': '{n} entries',
  'records.proof.link.entries.one': 'One entry',
  'records.proof.link.entries-text':
    'Number 1 to {n} without a gap. Each names the checksum of its content and of its predecessor.',
  'records.proof.link.tree': 'One tree',
  'records.proof.link.tree-text': 'At most {n} steps lead from each entry to the root over all files of the city.',
  'records.proof.link.checkpoint': 'Checkpoint',
  'records.proof.link.checkpoint-text': 'Over {n} entries, signed by the city.',
  'records.proof.link.witnesses': '{n} witnesses',
  'records.proof.link.witnesses.one': 'One witness',
  'records.proof.link.witnesses-text': '{names}, most recently {date}.',
  'records.proof.link.no-witness': 'No other body keeps a checkpoint yet. Until then the city alone answers for it.',
  'records.proof.proven.1': 'Nothing was changed.',
  'records.proof.proven.1-why': 'All {entries} entries stand in the tree exactly so.',
  'records.proof.proven.2': 'Nothing was removed.',
  'records.proof.proven.2-why': 'The numbers have no gap, and each entry names its predecessor.',
  'records.proof.proven.3': 'The order is right.',
  'records.proof.proven.3-why': 'No entry could be slipped in between later.',
  'records.proof.not-proven.1': 'Whether what it says is true.',
  'records.proof.not-proven.1-why': 'The proof protects the paper, not its content.',
  'records.proof.not-proven.2': 'Who sat at the computer.',
  'records.proof.not-proven.2-why': 'The account is proven.',
  'records.proof.not-proven.3': 'What happened after this checkpoint.',
  'records.proof.not-proven.3-why': 'A newer package shows it.',
  'records.proof.not-proven.4': 'Whether there was paper beside it.',
  'records.proof.not-proven.4-why': 'No computer can know that.',
  'records.proof.erased': 'The personal part of {n} entries was erased. The entries still stand, the proof still holds.',
  'records.proof.erased.one': 'The personal part of one entry was erased. The entry still stands, the proof still holds.',
  'records.proof.yourself': 'Check it yourself',
  'records.proof.how':
    'The package contains pruefer.html, a single page that runs without a network: open it and drop the package. Or on the command line:',
  'records.proof.key': 'The city’s verifier key, best obtained by another way: {key}',
};
