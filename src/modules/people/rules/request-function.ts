// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** What is known about a function somebody asks for. */
export interface FunctionRequested {
  readonly roleKnown: boolean;
  readonly unitInUse: boolean;
  /** Last day and first day with access, exclusive end. */
  readonly personFrom: string;
  readonly personTo: string | null;
  readonly from: string;
  /** First day without the function; null = open. */
  readonly to: string | null;
  /** True when the person has this function already, or a request for it waits. */
  readonly already: boolean;
}

/** May this function be asked for? Only what could be released today or later. */
export function mayRequestFunction(request: FunctionRequested): Refusal | undefined {
  const { from, to, personFrom, personTo } = request;
  if (!request.roleKnown) return new Refusal('invalid', 'people.function.no-role', {}, { role: 'people.function.no-role' });
  if (!request.unitInUse) return new Refusal('invalid', 'people.function.no-unit', {}, { unit: 'people.function.no-unit' });
  if (to !== null && to <= from)
    return new Refusal('invalid', 'people.span.ends-before-start', {}, { to: 'people.span.ends-before-start' });
  if (from < personFrom || (personTo !== null && from >= personTo))
    return new Refusal('conflict', 'people.function.person-inactive', {}, { from: 'people.function.person-inactive' });
  if (request.already) return new Refusal('conflict', 'people.function.already');
  return undefined;
}

/**
 * The one exception to four eyes: while nobody else could release, the first administrator releases alone, and the journal says so.
 * Once two persons could release, the exception is over for good: ending the second person's function does not bring it back.
 */
export function mayReleaseAlone({ fourEyesBegan, mayRelease }: { fourEyesBegan: boolean; mayRelease: boolean }): boolean {
  return !fourEyesBegan && mayRelease;
}
