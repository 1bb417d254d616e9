// SPDX-License-Identifier: EUPL-1.2
import { records } from '../model/fields.ts';
import type { ElementDef, Table } from '../table/table.ts';

export type Kind = 'text' | 'flag' | 'number' | 'code' | 'record';

/** A field of the model at its place in one type of one version. */
export interface FieldPlan {
  readonly key: string;
  readonly kind: Kind;
  /** Name of the record, for fields that are records. */
  readonly record: string;
  readonly list: boolean;
  readonly fallback: string | undefined;
  /** Elements on the way; undefined if this version has no place for the field. */
  readonly containers: readonly ElementDef[] | undefined;
  readonly leaf: ElementDef | undefined;
  /** Name of the attribute, for fields that are one. */
  readonly attribute: string | undefined;
  readonly attributeRequired: boolean;
}

/** The way down from a record: to fields, or deeper. */
export interface Branch {
  readonly def: ElementDef;
  readonly field: FieldPlan | undefined;
  readonly deeper: ReadonlyMap<string, Branch>;
}

export interface Plan {
  readonly fields: readonly FieldPlan[];
  readonly attributes: ReadonlyMap<string, FieldPlan>;
  readonly branches: ReadonlyMap<string, Branch>;
}

const kinds: ReadonlySet<string> = new Set(['text', 'flag', 'number', 'code']);
const plans = new WeakMap<Table, Map<string, Plan>>();

function fits(table: Table, def: ElementDef, kind: Kind): boolean {
  const type = table.complex.get(def.type);
  if (kind === 'code') return type?.elements.has('code') ?? false;
  if (kind === 'record') return type !== undefined && !type.elements.has('code');
  return type === undefined;
}

/** The elements that a path leads over, if the type has them all and the last one fits. */
function follow(table: Table, typeName: string, path: string, kind: Kind): ElementDef[] | undefined {
  const found: ElementDef[] = [];
  let type = table.complex.get(typeName);
  for (const name of path.split('/')) {
    const def = type?.elements.get(name);
    if (def === undefined) return undefined;
    found.push(def);
    type = table.complex.get(def.type);
  }
  const last = found.at(-1);
  return last !== undefined && fits(table, last, kind) ? found : undefined;
}

function fieldPlan(table: Table, typeName: string, line: string): FieldPlan {
  const [head = '', fallback] = line.split(' =');
  const [key = '', what = '', ...rest] = head.split(' ');
  const name = what.replace('*', '');
  const kind = (kinds.has(name) ? name : 'record') as Kind;
  const base = { key, kind, record: name, list: what.endsWith('*'), fallback };
  for (const path of rest.filter((word) => word !== '|')) {
    if (path.startsWith('@')) {
      const own = table.complex.get(typeName)?.attributes.find((each) => each.name === path.slice(1));
      if (own === undefined) continue;
      return { ...base, containers: [], leaf: undefined, attribute: own.name, attributeRequired: own.required };
    }
    const way = follow(table, typeName, path, kind);
    if (way !== undefined) {
      return { ...base, containers: way.slice(0, -1), leaf: way.at(-1), attribute: undefined, attributeRequired: false };
    }
  }
  return { ...base, containers: undefined, leaf: undefined, attribute: undefined, attributeRequired: false };
}

function branch(branches: Map<string, Branch>, field: FieldPlan): void {
  let level = branches;
  for (const def of field.containers ?? []) {
    const known = level.get(def.name) ?? { def, field: undefined, deeper: new Map<string, Branch>() };
    level.set(def.name, known);
    level = known.deeper as Map<string, Branch>;
  }
  if (field.leaf !== undefined) level.set(field.leaf.name, { def: field.leaf, field, deeper: new Map() });
}

/** Where the fields of a record stand in a type; worked out once. */
export function planOf(table: Table, record: string, typeName: string): Plan {
  const known = plans.get(table) ?? new Map<string, Plan>();
  plans.set(table, known);
  const key = `${record} ${typeName}`;
  const plan = known.get(key);
  if (plan !== undefined) return plan;
  const lines = (records[record] ?? '').split('\n').filter((line) => line !== '');
  const fields = lines.map((line) => fieldPlan(table, typeName, line));
  const branches = new Map<string, Branch>();
  for (const field of fields) branch(branches, field);
  const attributes = new Map(
    fields.flatMap((field) => (field.attribute === undefined ? [] : [[field.attribute, field] as const])),
  );
  const made = { fields, attributes, branches };
  known.set(key, made);
  return made;
}

/** Since 4.0 a document stands inside an element that says whether it has single pieces: the names of both, if this type is such a wrapper. */
export function wrapped(table: Table, typeName: string): { plain: ElementDef; pieces: ElementDef } | undefined {
  const elements = table.complex.get(typeName)?.elements;
  const plain = elements?.get('Dokument');
  const pieces = elements?.get('DokumentMitSchriftstueck');
  return plain === undefined || pieces === undefined ? undefined : { plain, pieces };
}
