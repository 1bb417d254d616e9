// SPDX-License-Identifier: EUPL-1.2

/** Must a second person confirm this change of an e-mail address before a sign-in elsewhere may be bound by it? Not one's own, and not while there is only one administrator. */
export function needsConfirming(change: {
  readonly before: string;
  readonly after: string;
  readonly person: string;
  readonly changedBy: string | null;
  readonly fourEyesBegan: boolean;
}): boolean {
  const { before, after, person, changedBy, fourEyesBegan } = change;
  return fourEyesBegan && person !== changedBy && before.toLowerCase() !== after.toLowerCase();
}
