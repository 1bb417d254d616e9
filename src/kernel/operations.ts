// SPDX-License-Identifier: EUPL-1.2
import type { Hono } from 'hono';
import type { Runtime } from './runtime.ts';

/** Adds the operators' addresses: alive, ready, metrics. They tell nothing about persons or content. */
export function addOperations(app: Hono, runtime: Runtime): void {
  app.get('/health', (context) => context.json({ status: 'alive' }));
  app.get('/ready', async (context) => {
    const checks = {
      database: await answers(runtime),
      journal: runtime.journal.state(),
      content: runtime.disk.readOnly() ? 'read-only' : 'writable',
    };
    const ready = checks.database === 'answers' && runtime.journal.writable() && checks.content === 'writable';
    return context.json({ status: ready ? 'ready' : 'not-ready', ...checks }, ready ? 200 : 503);
  });
  app.get('/metrics', (context) =>
    context.text(runtime.metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
  const { metrics } = runtime;
  metrics.gauge('fachwerk_database_connections', () => runtime.database.load().total);
  metrics.gauge('fachwerk_database_waiting', () => runtime.database.load().waiting);
  metrics.gauge('fachwerk_journal_entries', () => runtime.journal.head()?.size ?? 0);
  metrics.gauge('fachwerk_journal_writable', () => (runtime.journal.writable() ? 1 : 0));
  metrics.gauge('fachwerk_resident_bytes', () => process.memoryUsage.rss());
}

async function answers(runtime: Runtime): Promise<string> {
  try {
    await runtime.database.read({ person: null }, runtime.clock.now(), (tx) => tx.query('select 1'));
    return 'answers';
  } catch {
    return 'silent';
  }
}
