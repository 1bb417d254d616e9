// SPDX-License-Identifier: EUPL-1.2

/** An entry of a file's history, opened. */
export interface OpenedEntry {
  readonly seq: number;
  readonly act: string;
  readonly object: string;
  readonly facts: { readonly [key: string]: unknown } | undefined;
}

/** Acts that account for disposal and erasure: their words stay, and they never say what a case was about. */
const accounts = /^(disposal\.|journal\.|records\.(case|document|file)-destroyed$)/;

/**
 * The entries whose personal parts go with a case: all of its own objects and of whatever says that it belongs to the case, whichever module
 * wrote it. With the last case of a closed file, everything that is left.
 */
export function entriesToErase(
  entries: readonly OpenedEntry[],
  { case: id, documents, whole }: { readonly case: string; readonly documents: readonly string[]; readonly whole: boolean },
): number[] {
  const objects = new Set([`case:${id}`, ...documents.map((document) => `document:${document}`)]);
  for (const { object, facts } of entries) if (belongs(facts, id, documents)) objects.add(object);
  return entries
    .filter(({ act, object, facts }) => facts !== undefined && !accounts.test(act) && (whole || objects.has(object)))
    .map(({ seq }) => seq);
}

function belongs(facts: OpenedEntry['facts'], id: string, documents: readonly string[]): boolean {
  if (!facts) return false;
  return facts['case'] === id || (typeof facts['document'] === 'string' && documents.includes(facts['document']));
}
