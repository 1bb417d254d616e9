// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';

/** Span of hours; `to` is exclusive, as windows are. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What roles of a random world may do: within their unit, down the tree, or everywhere. */
export const roles = [
  { reach: 'unit', permissions: ['records.read', 'records.write'], transferable: true },
  { reach: 'unit-tree', permissions: ['records.read', 'records.write', 'records.sign'], transferable: true },
  { reach: 'unit', permissions: ['records.read'], transferable: true },
  { reach: 'body', permissions: ['records.read'], transferable: false },
] as const;

/** Kinds of grantees. */
export type GranteeKind = 'person' | 'function' | 'unit';

/** A small town at random: numbers are places in the lists. */
export interface RightsWorld {
  /** Unit above each unit; the first is the top. */
  readonly parents: readonly number[];
  /** Whether each person still has access. */
  readonly active: readonly boolean[];
  readonly functions: readonly { readonly person: number; readonly unit: number; readonly role: number; readonly span: Span }[];
  readonly substitutions: readonly {
    readonly principal: number;
    readonly deputy: number;
    readonly covers: readonly number[];
    readonly span: Span;
  }[];
  readonly files: readonly { readonly unit: number; readonly protection: 0 | 1 | 2 }[];
  readonly access: readonly {
    readonly file: number;
    readonly kind: GranteeKind;
    readonly grantee: number;
    readonly writes: boolean;
  }[];
  readonly exclusions: readonly { readonly person: number; readonly file: number }[];
  readonly openings: readonly { readonly person: number; readonly file: number; readonly span: Span }[];
}

/** How many there are of each; the hour at which everything is asked. */
export const sizes = { units: 5, persons: 4, functions: 6, files: 6 } as const;
export const now = 4;

const unit = fc.nat({ max: sizes.units - 1 });
const person = fc.nat({ max: sizes.persons - 1 });
const file = fc.nat({ max: sizes.files - 1 });
const held = fc.nat({ max: sizes.functions - 1 });
// Ends and beginnings often lie exactly at the hour that is asked: that is where off-by-one errors live.
const span = fc
  .tuple(fc.constantFrom(0, 2, 4, 5), fc.constantFrom(1, 2, 4, 8))
  .map(([from, lasts]) => ({ from, to: from + lasts }));
const opening = fc
  .tuple(fc.constantFrom(0, 1, 4, 5), fc.constantFrom(1, 3, 4))
  .map(([from, lasts]) => ({ from, to: from + lasts }));
const lasting = fc.oneof({ weight: 3, arbitrary: fc.constant({ from: 0, to: 99 }) }, { weight: 1, arbitrary: span });

const access = fc
  .record({
    file,
    kind: fc.constantFrom<GranteeKind>('person', 'function', 'function', 'unit'),
    writes: fc.boolean(),
    place: fc.nat(),
  })
  .map(({ place, ...rest }) => {
    const most = { person: sizes.persons, function: sizes.functions, unit: sizes.units }[rest.kind];
    return { ...rest, grantee: place % most };
  });

/** Random worlds in which most rules matter to somebody. */
export const anyRightsWorld: fc.Arbitrary<RightsWorld> = fc.record({
  parents: fc.tuple(...Array.from({ length: sizes.units }, (_, n) => fc.nat({ max: Math.max(0, n - 1) }))),
  active: fc.tuple(...Array.from({ length: sizes.persons }, () => fc.integer({ min: 0, max: 7 }).map((n) => n > 0))),
  functions: fc.uniqueArray(fc.record({ person, unit, role: fc.nat({ max: roles.length - 1 }), span: lasting }), {
    minLength: sizes.functions,
    maxLength: sizes.functions,
    selector: (one) => `${one.person} ${one.unit} ${one.role}`,
  }),
  substitutions: fc.array(
    fc
      .record({
        principal: person,
        step: fc.integer({ min: 1, max: sizes.persons - 1 }),
        covers: fc.uniqueArray(held, { minLength: 2, maxLength: 6 }),
        span: lasting,
      })
      .map(({ principal, step, ...rest }) => ({ ...rest, principal, deputy: (principal + step) % sizes.persons })),
    { minLength: 1, maxLength: 4 },
  ),
  files: fc.array(fc.record({ unit, protection: fc.constantFrom<0 | 1 | 2>(0, 0, 1, 2) }), {
    minLength: sizes.files,
    maxLength: sizes.files,
  }),
  access: fc.uniqueArray(access, {
    minLength: 6,
    maxLength: 14,
    selector: ({ file: of, kind, grantee }) => `${of} ${kind} ${grantee}`,
  }),
  exclusions: fc.uniqueArray(fc.record({ person, file }), { maxLength: 4, selector: (one) => `${one.person} ${one.file}` }),
  openings: fc.array(fc.record({ person, file, span: opening }), { maxLength: 4 }),
});
