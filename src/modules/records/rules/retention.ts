// SPDX-License-Identifier: EUPL-1.2

/** Aussonderungsart: A archive, B appraise, V destroy. */
export type DisposalType = 'A' | 'B' | 'V';

/** What one unit of the filing plan says itself; what it leaves open, the unit above says. */
export interface RetentionStep {
  readonly code: string;
  readonly years: number | null;
  readonly permanent: boolean;
  readonly disposal: DisposalType | null;
  readonly needsContact: boolean;
}

/** What holds for a unit, and which unit says so. */
export interface Retention {
  /** Undefined when nobody up the plan says anything. */
  readonly retention: number | 'permanent' | undefined;
  readonly retentionFrom: string | undefined;
  readonly disposal: DisposalType | undefined;
  readonly disposalFrom: string | undefined;
  /** Whether a case needs a contact before it can be filed. */
  readonly needsContact: boolean;
}

/** What holds for the first unit of a path that leads from it up to the main group. */
export function resolveRetention(path: readonly RetentionStep[]): Retention {
  const keeps = path.find(({ years, permanent }) => permanent || years !== null);
  const disposes = path.find(({ disposal }) => disposal !== null);
  return {
    retention: keeps?.permanent ? 'permanent' : (keeps?.years ?? undefined),
    retentionFrom: keeps?.code,
    disposal: disposes?.disposal ?? undefined,
    disposalFrom: disposes?.code,
    needsContact: path.some(({ needsContact }) => needsContact),
  };
}

/** A sentence with its values, for a page. */
export interface Sentence {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Why something is kept as long as it is, e.g. „10 Jahre, geerbt von 32“. */
export function explainRetention({ retention, retentionFrom = '' }: Retention, code: string): Sentence {
  if (retention === undefined) return { key: 'records.keeps.unresolved', values: { code } };
  const how = retentionFrom === code ? 'own' : 'inherited';
  if (retention === 'permanent') return { key: `records.keeps.permanent-${how}`, values: { code: retentionFrom } };
  return { key: `records.keeps.years-${how}`, values: { n: retention, code: retentionFrom } };
}

/** Last day of the retention: it counts from the end of the year of z.d.A., so a case filed on 3 January 2013 and kept ten years is free from 1 January 2024. */
export function retainUntil(filedOn: string, years: number): string {
  return `${Number(filedOn.slice(0, 4)) + years}-12-31`;
}

/** First day on which it need not be kept any more. */
export function freeFrom(filedOn: string, years: number): string {
  return `${Number(filedOn.slice(0, 4)) + years + 1}-01-01`;
}
