// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import type { Choice, Crumb } from '../../../ui/index.ts';
import type { UnitView } from '../queries/units.ts';

/** Units to choose from, as "32.1 Gewerbe". */
export function unitChoices(units: readonly UnitView[]): Choice[] {
  return units.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }));
}

/** Back to the administration. */
export function administrationCrumb({ say }: Visit): Crumb {
  return { label: say('people.administration.title'), href: '/administration' };
}
