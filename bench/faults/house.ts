// SPDX-License-Identifier: EUPL-1.2
import { type App, type AppOrder, startApp } from './app-control.ts';
import { type Foundation, openStage, type Stage, type StageOptions } from './stage.ts';

/** Lends a stage to some work and clears it away, whatever comes of it. */
export async function withStage<T>(
  foundation: Foundation,
  options: StageOptions,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const stage = await openStage(foundation, options);
  try {
    return await work(stage);
  } finally {
    await stage.close();
  }
}

/** An application that may be replaced by its successor. */
export interface Household {
  app: App;
  /** Starts a new application in place of the one that was killed. */
  restart(): Promise<void>;
}

/** Lends a running application over a stage. */
export async function withApp<T>(
  { dataDir, connections }: Pick<Stage, 'dataDir' | 'connections'>,
  options: Omit<AppOrder, 'dataDir' | 'connections'>,
  work: (household: Household) => Promise<T>,
): Promise<T> {
  const order: AppOrder = { dataDir, connections, ...options };
  const household: Household = {
    app: await startApp(order),
    async restart() {
      await household.app.kill();
      household.app = await startApp(order);
    },
  };
  try {
    return await work(household);
  } finally {
    await household.app.kill();
  }
}
