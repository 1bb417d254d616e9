// SPDX-License-Identifier: EUPL-1.2

/**
 * The network an address belongs to, for counting attempts: IPv4 /24, IPv6 /64. An attacker gets a whole /64 for nothing, so single
 * IPv6 addresses must not count as different visitors. What is no address is one network of its own.
 */
export function networkOf(address: string): string {
  const bare = address
    .replace(/^\[|\]$/g, '')
    .replace(/%.*/s, '')
    .toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  const four = ipv4(mapped ?? bare);
  if (four) return `${four.slice(0, 3).join('.')}.0/24`;
  const six = ipv6(bare);
  if (six)
    return `${six
      .slice(0, 4)
      .map((group) => group.toString(16))
      .join(':')}::/64`;
  return 'unknown';
}

function ipv4(text: string): number[] | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
  return parts.map(Number);
}

/** The eight groups of an IPv6 address. */
function ipv6(text: string): number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...(tail === undefined ? [] : [...Array<string>(missing).fill('0'), ...tail])];
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group)) ? groups.map((group) => Number.parseInt(group, 16)) : undefined;
}
