// SPDX-License-Identifier: EUPL-1.2
import type { Texts } from './texts.ts';

/** English. */
export const en: Texts = {
  locale: 'en-GB',
  headline: {
    package: {
      proven: 'This file is unaltered and without gaps.',
      unvouched: 'Consistent in itself. The key is not confirmed yet.',
      refuted: 'Not proven. Something is wrong here.',
    },
    export: {
      proven: 'This journal is unaltered and without gaps.',
      unvouched: 'Consistent in itself. The key is not confirmed yet.',
      refuted: 'Not proven. Something is wrong here.',
    },
  },
  summary: {
    package: {
      proven:
        '{documents#document#documents}, {entries#entry#entries}, none missing in between. Checked on this computer, without any connection to the city.',
      unvouched:
        '{documents#document#documents} and {entries#entry#entries} fit together. But only the package itself names the key: anyone could make such a package.',
      refuted: 'The package is damaged, incomplete or forged. Do not rely on it.',
    },
    export: {
      proven: '{entries#entry#entries}, none missing. Recomputed on this computer, without server or database.',
      unvouched:
        '{entries#entry fits#entries fit} together. But only the export itself names the key: anyone could make such an export.',
      refuted: 'The export is damaged, incomplete or forged. Do not rely on it.',
    },
  },
  error: {
    'archive-refused': 'The archive is not read: {fault} {path}',
    'unknown-format': 'This is neither a proof package nor a full export.',
    'file-malformed': 'Not readable at {place}.',
    'file-missing': 'The file {path} is missing.',
    empty: 'It does not contain a single entry.',
    'checkpoint-malformed': 'The checkpoint is missing or not readable.',
    'checkpoint-signature': 'The signature under the checkpoint at {size} is invalid.',
    'foreign-key': 'A foreign key has signed: {key}. Expected was {expected}.',
    'entry-header': 'The entry at position {seq} does not have the prescribed form.',
    'entry-not-in-tree': 'The entry at position {seq} does not stand like this in the journal. It was altered or invented.',
    'entry-order': 'The entry at position {seq} is not in the order of the journal.',
    'entry-twice': 'Entry {no} of {stream} occurs twice.',
    'stream-foreign': 'The entry at position {seq} belongs to {stream}, not here.',
    'stream-gap': 'In {stream} entry {expected} is missing; entry {found} follows instead.',
    'stream-prev': 'Entry {no} of {stream} does not follow on its predecessor.',
    'count-differs': '{stated#entry is#entries are} stated, {found} are contained.',
    'statement-invalid': 'The signed statement of how many entries there are does not match the entries.',
    'personal-differs': 'In entry {no} (position {seq}) personal details or texts were exchanged.',
    'personal-missing': 'In entry {no} (position {seq}) the personal details are missing, and no erasure explains it.',
    'personal-extra': 'For position {seq} there are personal details but no entry.',
    'erasure-invalid': 'The erasure at position {seq} does not stand like this in the journal.',
    'content-differs': 'The document “{name}” was altered.',
    'content-missing': 'The document “{name}” is missing.',
    'content-unnamed': 'The document “{name}” is not named by entry {no}. It may have been slipped in.',
    'content-undeclared': 'Entry {no} ({act}) names a content that is missing without a reason given.',
    'file-extra': 'The file {path} does not belong here; no entry names it.',
    'evidence-broken': 'The evidence record {path} does not fit its documents, or its time stamps are wrong.',
    'witness-signature': 'Invalid signature under a witness’s checkpoint at {size}: {witness}.',
    'witness-contradicts':
      'Rewritten: at {size#entry#entries} a witness saw a different journal ({witness}). History was changed afterwards.',
    'witness-other-log': 'A witness checkpoint belongs to another journal: {origin}.',
    'witness-unconnected':
      'The checkpoint you brought along, at {size}, cannot be compared with this package. Ask for a package that leads to it.',
    'rolled-back':
      'Rolled back or outdated: a witness has already seen {size#entry#entries}, here are only {have}. Entries were suppressed, or this is an old state.',
    'sequence-gap': 'In the journal position {expected} is missing; {found} follows instead.',
    'size-differs': '{entries#entry is#entries are} contained, the last checkpoint says {size}.',
    'root-differs': 'The {size#entry does#entries do} not give the signed root. At least one entry was altered.',
    'head-differs': 'The checkpoint at {size} does not match the entries before it.',
    'head-signature': 'The signature under the checkpoint at {size} is invalid.',
    'heads-order': 'The checkpoints are not in order; at {size} the journal shrinks.',
    'object-differs':
      'Record {object} looks different today than after its last entry (position {seq}). It was changed behind the journal’s back.',
    'object-missing': 'Record {object} is missing from the tables, but no entry removed it (last entry: position {seq}).',
    'object-extra': 'Record {object} is in the tables but not in the journal.',
  },
  warning: {
    'key-unvouched':
      'Nobody vouches for the key.|It stands only in the files themselves. Compare it with the one the city publishes, and give it here: {key}',
    'no-witness': 'No witness you trust has cosigned.|All {entries#entry rests#entries rest} on the city’s word alone.',
    'unwitnessed-entries':
      'After the last witnessed head ({size}) everything rests on the city’s word alone.|This concerns {entries#entry#entries}.',
  },
  note: {
    'personal-erased':
      'In entry {no} the personal details were erased on {at} ({basis}). The entry still stands, the proof still holds.',
    'content-absent': 'Entry {no} ({act}) names a content that is not enclosed: {reason}',
    'witness-newer':
      'A witness has already seen a newer state with {size#entry#entries} ({witness}). This package ends at {have} and does not contradict it.',
  },
  proven: {
    unchanged: 'Nothing was altered.|{documents#document is#documents are} character by character as the journal names them.',
    gapless: 'Nothing was taken out.|Entries 1 to {entries} follow each other without a gap.',
    personal: 'Names and texts are the original ones.|{kept#entry is#entries are} firmly bound to them.',
    'personal-kept':
      'Names and texts are the original ones.|{kept#entry is#entries are} firmly bound to them; in {erased} they were erased, and the erasure is on record.',
    signed: 'The city has signed it like this.|The key of {origin} stands under the state of {size#entry#entries}.',
    stated:
      'The city answers for the number.|It has signed that there {entries#entry exists#entries exist}. A concealed one would convict it.',
    unrewritable: 'The city cannot rewrite it.|Up to {size} it would be noticed: {witnesses}.',
    time: 'It is no younger than claimed.|Everything was there like this on {at} at the latest.',
    evidence:
      'An authority outside has stamped it.|{documents#document was#documents were} there by {at} at the latest; “{authority}” vouches for it.',
    'whole-tree': 'Nothing was altered or removed.|All {entries#entry gives#entries give} exactly the signed root.',
    heads:
      'The city has never signed anything else.|All {heads#checkpoint matches#checkpoints match} the journal up to their size.',
    tables: 'The tables say the same as the journal.|{objects#record agrees#records agree}, none is missing, none is too many.',
  },
  unproven: {
    truth: 'Whether it is true what it says.|The proof protects the paper, not its content.',
    person: 'Who sat at the computer.|Proven is the account that the entry names.',
    paper: 'Whether paper and scan are the same.|Nor whether there was more paper. No computer can know that.',
    times: 'Whether every time is right.|The times of the entries are what the city says.',
    names: 'Whether file names and title are right.|Proven is what is inside the files.',
    tail: 'Whether anything came after entry {entries}.|The package only shows that nothing is missing up to there.',
    'tail-stated':
      'Whether anything came after entry {entries}.|The city’s signature answers for that. Only the full export shows it for certain.',
    after: 'What happened afterwards.|The proof ends at {size#entry#entries}.',
    'after-last-witness':
      'Whether the latest entries are genuine.|{entries#entry#entries} from position {size} on rest on the city’s word alone: whoever holds key and database could still change them.',
    'no-witness': 'Whether the city has rewritten everything.|Without a witness you trust there is only its word for that.',
    'witness-identity': 'Whether the named witnesses are genuine.|Only the package itself names their keys: {witnesses}.',
    'evidence-authority':
      'Whether the time stamps are genuine.|They fit the documents. But you brought no certificate that vouches for “{authority}” until today.',
    'evidence-unchecked': 'Whether the time stamps are right.|This program could not check their signatures here.',
    'evidence-revoked': 'Whether the certificate of the time-stamping authority was revoked.|Only its issuer knows.',
    key: 'Whether the key belongs to the city.|It stands only in the files themselves. Compare it.',
    program: 'Whether this checking program is genuine.|Get it from a place you trust, not from the package.',
    'tables-missing': 'Whether the city’s tables match.|The export does not contain them.',
  },
  link: {
    documents: '{documents#document#documents}|Each has its checksum. Another comma would give another one.',
    entries: '{entries#entry#entries}|Numbered without gaps. Each names the one before and the checksum of its paper.',
    tree: 'One tree|{steps#step leads#steps lead} from the entry to the root over all {size#entry#entries} of the city.',
    heads: 'One tree|Recomputed from all entries and compared with {heads#checkpoint#checkpoints}.',
    checkpoint: 'Checkpoint|At {size}, signed by {origin}.',
    witnesses: '{count#witness#witnesses}|{witnesses}',
    tables: '{objects#record#records}|Compared with the last entry that names them.',
  },
  fault: {
    'not-a-zip': 'It is not a ZIP file.',
    damaged: 'It is damaged or bent on purpose.',
    encrypted: 'It is encrypted.',
    method: 'It is packed in an unusual way.',
    'unsafe-name': 'A file name is dangerous.',
    'duplicate-name': 'A file name occurs twice.',
    link: 'It contains a link.',
    overlap: 'Files overlap. That is how ZIP bombs are built.',
    'too-many': 'It contains too many files.',
    'too-large': 'Unpacked it would be too large.',
    'wrong-size': 'A file is larger or smaller than declared.',
  },
  absence: {
    state: 'It is the state of a record, not a paper.',
    destroyed: 'The paper was destroyed.',
    withheld: 'The paper is not handed out.',
  },
  unnamed: { witness: 'unnamed', witnesses: 'a checkpoint that you brought along' },
  section: {
    wrong: 'What is wrong',
    warnings: 'Attention',
    proven: 'Proven',
    nothing: 'Nothing you could rely on.',
    provenIf: 'Proven if the key is genuine',
    unproven: 'Not proven',
    notes: 'Notes',
    chain: 'Link by link',
    figures: 'The figures for experts',
  },
  figure: { key: 'Key', root: 'Root', size: 'Size', origin: 'Journal', stream: 'Stream', method: 'Methods' },
  more: 'and {count} more of this kind',
};
