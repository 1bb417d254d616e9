// SPDX-License-Identifier: EUPL-1.2

/** Something that we lean on is away: nothing was acknowledged, and trying again later is right. */
export class Outage extends Error {
  override readonly name = 'Outage';
}

/** The database or the journal is away: whoever was asked for something cannot help it. */
export function isAway(fault: unknown): boolean {
  const { code = '', message = '' } = fault as { code?: string; message?: string };
  if (fault instanceof Outage) return true;
  return (
    /^(08|53|57P|ECONN|EPIPE|ENOENT)/.test(code) ||
    /terminated|Connection|read timeout|timeout exceeded|timeout expired/.test(message)
  );
}

/** Away, or too slow to answer in time. */
export function isOutage(fault: unknown): boolean {
  return isAway(fault) || /timeout/.test((fault as { message?: string }).message ?? '');
}
