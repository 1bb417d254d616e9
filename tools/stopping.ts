// SPDX-License-Identifier: EUPL-1.2

/** Terminal and launcher both pass Ctrl-C on: a second signal within this time is the same wish. */
const sameWish = 1_000;

/**
 * Calls `stop` once when the process is asked to end (SIGINT, SIGTERM, SIGHUP) or its launcher has died, then ends the process: with 0 after
 * an orderly stop, with 1 if that fails or takes longer than `patience` milliseconds. A second, later signal ends it at once.
 */
export function stopOnSignal(stop: () => Promise<void>, patience = 10_000): void {
  const launcher = process.ppid;
  let asked = 0;
  const ask = () => {
    if (asked > 0) {
      if (Date.now() - asked > sameWish) process.exit(1);
      return;
    }
    asked = Date.now();
    setTimeout(() => process.exit(1), patience).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  setInterval(() => process.ppid !== launcher && asked === 0 && ask(), 500).unref();
}
