// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { findReferences, lookupKey, type ReferenceTemplates } from '../rules/reference-parser.ts';

/** What a reference in a text means, as far as the caller may see it. */
export interface ResolvedReference {
  /** `file:uuid`, `case:uuid` or `document:uuid`. */
  readonly object: string;
  readonly file: string;
  readonly reference: string;
  readonly subject: string;
  /** True when the text names it by an old reference. */
  readonly former: boolean;
}

/**
 * Finds what a text refers to: „Ihr Zeichen 32.11-42 # 3“ → the case. Understands present and former templates; a text that is nothing but
 * an old reference is looked up among these, too. Of a case that is not there, its file is named.
 */
export async function resolveReferences(tx: Tx, text: string): Promise<ResolvedReference[]> {
  const found = findReferences(text, await templates(tx));
  const wanted = [...new Set(found.flatMap(({ reference, file }) => [reference, file]))];
  const seen = await tx.query<ResolvedReference>(
    `select 'file:' || f.id as object, f.id as file, f.reference, f.subject, false as former from records.files f where f.reference = any ($1)
     union all
     select 'case:' || c.id, c.file_id, c.reference, c.subject, false from records.cases c where c.reference = any ($1)`,
    [wanted],
  );
  const byReference = new Map(seen.map((one) => [one.reference, one]));
  const named = found.flatMap(({ reference, file }) => byReference.get(reference) ?? byReference.get(file) ?? []);
  const former = await formerOnes(tx, [text, ...found.map(({ reference }) => reference)]);
  return [...new Map([...named, ...former].map((one) => [one.object, one])).values()];
}

const longestReference = 120;

async function formerOnes(tx: Tx, references: readonly string[]): Promise<ResolvedReference[]> {
  const keys = references.filter(({ length }) => length <= longestReference).map(lookupKey);
  return tx.query<ResolvedReference>(
    `select a.object, a.file_id as file, coalesce(c.reference, f.reference) as reference, coalesce(d.title, c.subject, f.subject) as subject, true as former
       from records.aliases a
       join records.files f on f.id = a.file_id
       left join records.documents d on a.object = 'document:' || d.id and d.file_id = a.file_id
       left join records.cases c on c.id = d.case_id or (a.object = 'case:' || c.id and c.file_id = a.file_id)
      where a.lookup = any ($1) and a.lookup <> ''`,
    [keys],
  );
}

async function templates(tx: Tx): Promise<ReferenceTemplates> {
  const rows = await tx.query<{ kind: string; template: string }>(
    'select kind, template from records.reference_templates union select kind, template from records.former_templates',
  );
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ template }) => template);
  return { file: of('file'), case: of('case') };
}
