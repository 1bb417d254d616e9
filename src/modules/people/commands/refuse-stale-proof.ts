// SPDX-License-Identifier: EUPL-1.2
import type { Caller } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { freshProof } from '../rules/fresh-proof.ts';
import { provenAt } from '../store/sessions.ts';

/** For sensitive acts of other modules: refuses when the caller did not prove within five minutes who they are. */
export async function refuseStaleProof(tx: Tx, caller: Caller, at: Date): Promise<Refusal | undefined> {
  return freshProof(await provenAt(tx, caller.session), at);
}
