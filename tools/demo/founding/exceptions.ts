// SPDX-License-Identifier: EUPL-1.2
import { addDays, type PlainDate } from '@fachwerk/german-calendar';
import type { Runtime } from '../../../src/kernel/runtime.ts';
import { appointSubstitute } from '../../../src/modules/people/commands/appoint-substitute.ts';
import { excludeForBias } from '../../../src/modules/people/commands/exclude-for-bias.ts';
import { addAlias } from '../../../src/modules/records/commands/add-alias.ts';
import { addCrossReference } from '../../../src/modules/records/commands/add-cross-reference.ts';
import { momentOf } from '../calendar.ts';
import type { Roster } from '../town/staff.ts';
import { act, callerAs } from './callers.ts';
import type { FoundedFile } from './site.ts';

interface Town {
  readonly runtime: Runtime;
  readonly roster: Roster;
  readonly today: PlainDate;
}

/** Two substitutions, one running and one over; somebody who is related to an innkeeper; references between files. */
export async function foundExceptions(town: Town, files: ReadonlyMap<string, FoundedFile>): Promise<void> {
  await substitute(town, { principal: 'Ulrich Thoma', deputy: 'Meryem Acar', from: -5, to: 3 });
  await substitute(town, { principal: 'Hanna Petrik', deputy: 'Jörg Sommer', from: -40, to: -26 });
  const { runtime, roster } = town;
  const now = runtime.clock.now();
  const biased = { caller: callerAs(roster.named('Sandra Kowalczyk')), at: now, key: 'bias-32.11-0061' };
  const reason = 'Die Antragstellerin ist meine Schwägerin.';
  await act(
    runtime,
    excludeForBias,
    { subject: files.get('32.11-0061')?.id, label: '32.11-0061', ground: 'relative', reason },
    biased,
  );
  const anchor = files.get('32.11-0042');
  const registry = { caller: callerAs(roster.named('Renate Hagedorn')), at: now };
  const alias = { object: `file:${anchor?.id}`, reference: 'Gst 117/94' };
  await act(runtime, addAlias, alias, { ...registry, key: 'alias-32.11-0042' });
  const reference = {
    from: `case:${anchor?.cases.get('32.11-0042#3')}`,
    to: `case:${files.get('63.30-1187')?.cases.get('63.30-1187#1')}`,
    note: 'Nutzungsänderung für dieselbe Gaststätte',
  };
  await act(runtime, addCrossReference, reference, { ...registry, key: 'reference-32.11-0042' });
}

async function substitute(
  { runtime, roster, today }: Town,
  { principal: whom, deputy: by, from, to }: { principal: string; deputy: string; from: number; to: number },
): Promise<void> {
  const [principal, deputy] = [roster.named(whom), roster.named(by)];
  const input = { deputy: deputy.id, from: addDays(today, from), to: addDays(today, to), functions: [principal.posts[0]?.id] };
  await act(runtime, appointSubstitute, input, {
    caller: callerAs(principal),
    at: momentOf(addDays(today, from), -60),
    key: `deputy-for-${whom}`,
  });
}
