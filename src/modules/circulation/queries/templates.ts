// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** A template that the caller may use. */
export interface TemplateLine {
  readonly id: string;
  readonly unit: string;
  readonly name: string;
  readonly text: string;
}

/** Templates of the caller's units, by name. */
export function listTemplates(tx: Tx): Promise<TemplateLine[]> {
  return tx.query<TemplateLine>('select id, unit_id as unit, name, text from circulation.templates order by name, id limit 200');
}
