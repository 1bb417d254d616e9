// SPDX-License-Identifier: EUPL-1.2

/** What is worth a warning about a file, whether or not it is admitted; keys for the texts room. */
export type Hazard =
  | 'executable'
  | 'script-name'
  | 'deceptive-name'
  | 'name-mismatch'
  | 'type-mismatch'
  | 'polyglot-zip'
  | 'polyglot-html'
  | 'polyglot-pdf'
  | 'leading-junk'
  | 'trailing-data'
  | 'active-content'
  | 'embedded-files'
  | 'macros'
  | 'encrypted'
  | 'zip-bomb'
  | 'zip-slip'
  | 'symlink'
  | 'nested-archive'
  | 'external-entity'
  | 'damaged';
