// SPDX-License-Identifier: EUPL-1.2
// What a check found: keys with parameters; `src/texts` makes sentences of them.

/** Something that contradicts the proof; with one of these nothing is proven. */
export type ErrorKey =
  | 'malformed'
  | 'encrypted'
  | 'no-crypto'
  | 'digest-unknown'
  | 'digest-weak'
  | 'digest-undeclared'
  | 'key-weak'
  | 'chain-digest'
  | 'data-missing'
  | 'data-foreign'
  | 'group-surplus'
  | 'root-differs'
  | 'stamp-foreign'
  | 'time-order'
  | 'token-imprint'
  | 'token-content'
  | 'token-signature'
  | 'token-algorithm'
  | 'token-signer'
  | 'token-purpose'
  | 'certificate-not-valid';

/** What holds, and what does not. */
export type ClaimKey =
  | 'existed'
  | 'unchanged'
  | 'group-whole'
  | 'stamps-renewed'
  | 'trees-renewed'
  | 'authority'
  | 'algorithms'
  | 'late'
  | 'no-data'
  | 'authority-unknown'
  | 'signature-unchecked'
  | 'overdue'
  | 'truth'
  | 'revocation'
  | 'group-open';

/** Values for the sentence. Times are ISO texts. */
export type Params = Readonly<Record<string, string | number>>;

/** A contradiction. `stamp` in the parameters counts time stamps from 1, oldest first. */
export interface Finding {
  readonly key: ErrorKey;
  readonly params: Params;
}

/** A sentence of the verdict. */
export interface Claim {
  readonly key: ClaimKey;
  readonly params: Params;
}
