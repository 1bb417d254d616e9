// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { ModelSubstitution, ModelWorld } from '../rules/rights-model.ts';

/** The one permission that random worlds are about; roles may have another one, too. */
export const oraclePermission = 'oracle.act';
const otherPermission = 'oracle.other';

/** The hour of a world at which a German day ends. */
const midnight = 4;
const counts = { units: 6, persons: 4, functions: 8, subjects: 3 } as const;

const unitNumber = fc.nat({ max: counts.units - 1 });
const personNumber = fc.nat({ max: counts.persons - 1 });
const subjectNumber = fc.nat({ max: counts.subjects - 1 });

/** Mostly alive, sometimes founded or ended on one of four days. */
const life = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ fromDay: 0, toDay: null }) },
  {
    weight: 2,
    arbitrary: fc
      .record({ fromDay: fc.nat({ max: 2 }), lasts: fc.option(fc.nat({ max: 3 })) })
      .map(({ fromDay, lasts }) => ({ fromDay, toDay: lasts === null ? null : Math.min(3, fromDay + lasts) })),
  },
);

const hours = fc
  .record({ from: fc.nat({ max: 6 }), lasts: fc.nat({ max: 7 }) })
  .map(({ from, lasts }) => ({ from, to: from + lasts }));

const held = fc.record({
  person: personNumber,
  unit: unitNumber,
  role: fc.nat({ max: 2 }),
  hours,
  open: fc.integer({ min: 0, max: 2 }),
});

const substitution = fc.record({
  principal: personNumber,
  deputy: personNumber,
  /** For the person who asks, and with all that the principal has: else hardly any world would use one. */
  mine: fc.boolean(),
  whole: fc.boolean(),
  hours,
  covers: fc.uniqueArray(fc.nat({ max: counts.functions - 1 }), { maxLength: 4 }),
});

const role = (reach: 'unit' | 'unit-tree' | 'body') =>
  fc.record({
    reach: fc.constant(reach),
    transferable: fc.integer({ min: 0, max: 2 }).map((n) => n > 0),
    permissions: fc.subarray([oraclePermission, otherPermission]),
  });

const marked = fc.record({ person: personNumber, subject: subjectNumber });

const raw = fc.record({
  units: fc.array(fc.tuple(life, fc.option(unitNumber), fc.option(unitNumber)), {
    minLength: counts.units,
    maxLength: counts.units,
  }),
  persons: fc.array(life, { minLength: counts.persons, maxLength: counts.persons }),
  roles: fc.tuple(role('unit'), role('unit-tree'), role('body')),
  functions: fc.uniqueArray(held, {
    minLength: counts.functions,
    maxLength: counts.functions,
    selector: (one) => `${one.person} ${one.unit} ${one.role}`,
  }),
  substitutions: fc.array(substitution, { minLength: 1, maxLength: 4 }),
  exclusions: fc.uniqueArray(marked, { maxLength: 5, selector: (one) => `${one.person} ${one.subject}` }),
  openings: fc.array(
    fc.record({ person: personNumber, subject: subjectNumber, from: fc.nat({ max: 7 }), lasts: fc.nat({ max: 4 }) }),
    {
      maxLength: 6,
    },
  ),
  me: personNumber,
  now: fc.nat({ max: 8 }),
});

/** Random worlds, dense enough that every rule decides something in many of them. */
export const anyWorld: fc.Arbitrary<ModelWorld> = raw.map((world) => ({
  ...world,
  // A superior comes before its subordinates in the list: the commands see to it that there is no circle.
  units: world.units.map(([life, above, heir], index) => ({
    ...life,
    parent: above !== null && index > 0 ? above % index : null,
    heir: heir === index ? null : heir,
  })),
  functions: world.functions.map(({ hours: { from, to }, open, ...one }) => ({
    ...one,
    from: open === 0 ? from : Math.min(from, 2),
    to: open === 0 ? to : null,
  })),
  substitutions: world.substitutions
    .map((one) => substitutionIn(world, one))
    .filter(({ principal, deputy }) => principal !== deputy),
  openings: world.openings.map(({ lasts, ...one }) => ({ ...one, to: one.from + lasts })),
  today: world.now < midnight ? 1 : 2,
}));

type Raw = typeof raw extends fc.Arbitrary<infer World> ? World : never;

function substitutionIn({ functions, me }: Raw, one: Raw['substitutions'][number]): ModelSubstitution {
  const { principal, deputy, mine, whole, hours: when, covers } = one;
  const all = functions.flatMap((held, n) => (held.person === principal ? [n] : []));
  return { principal, deputy: mine ? me : deputy, ...when, covers: whole ? [...new Set([...all, ...covers])] : covers };
}
