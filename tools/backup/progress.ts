// SPDX-License-Identifier: EUPL-1.2

/** One line on a terminal that is written anew; elsewhere every tenth sentence on a line of its own. */
export function showProgress(out: NodeJS.WriteStream = process.stdout): { show(sentence: string): void; end(): void } {
  let shown = 0;
  return {
    show(sentence) {
      shown += 1;
      if (out.isTTY) out.write(`\r\u001b[K${sentence}`);
      else if (shown % 10 === 1) out.write(`${sentence}\n`);
    },
    end: () => void (out.isTTY && out.write('\r\u001b[K')),
  };
}
