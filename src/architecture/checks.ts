// SPDX-License-Identifier: EUPL-1.2
import { isTest, placeOf, type Source } from './sources.ts';

/** A check: from all sources to the sentences that say where the house is out of shape. */
export type Check = (sources: readonly Source[], dependsOn: ReadonlyMap<string, readonly string[]>) => string[];

const rooms = [
  'README.md',
  'index.ts',
  'module.ts',
  'rules',
  'events',
  'commands',
  'store',
  'queries',
  'sql',
  'reactions',
  'jobs',
  'web',
  'texts',
  'adapters',
];

/** Law 5: same rooms everywhere; `utils` and the like are not rooms. */
export const onlyAgreedRooms: Check = (sources) =>
  sources.flatMap(({ path }) => {
    const { area, room } = placeOf(path);
    return area === 'modules' && !rooms.includes(room ?? '') ? [`${path}: there is no room „${room}“`] : [];
  });

/** The kernel and the building blocks know no module; packages know nothing of us. */
export const lowerFloorsKnowNoModule: Check = (sources) =>
  edges(sources)
    .filter(({ from, to }) => {
      const [here, there] = [placeOf(from), placeOf(to)];
      if (here.area === 'packages') return there.area !== 'packages' && to.startsWith('src/');
      if (here.area === 'kernel') return ['modules', 'ui', 'root'].includes(there.area) && to.startsWith('src/');
      return here.area === 'ui' && there.area === 'modules';
    })
    .map(({ from, to }) => `${from} must not know ${to}`);

/** Law 1: another module only through its index, and only if declared. */
export const modulesByTheirDoor: Check = (sources, dependsOn) =>
  edges(sources)
    .filter(({ from, to }) => {
      const [here, there] = [placeOf(from), placeOf(to)];
      if (here.area !== 'modules' || there.area !== 'modules' || here.module === there.module) return false;
      return there.room !== 'index.ts' || !dependsOn.get(here.module ?? '')?.includes(there.module ?? '');
    })
    .map(({ from, to }) => `${from} enters ${to}: only index.ts of a module in dependsOn`);

/** Law 1: the modules' dependencies have no cycle. */
export const dependenciesGoDown: Check = (_, dependsOn) => {
  const known = [...dependsOn.keys()];
  return [...dependsOn].flatMap(([name, below]) =>
    below
      .filter((other) => known.indexOf(other) >= known.indexOf(name))
      .map((other) => `${name} depends on ${other}, which does not lie below it`),
  );
};

const arrows: Record<string, readonly string[]> = {
  events: [],
  rules: ['events'],
  store: ['events', 'rules'],
  queries: ['rules', 'events'],
  texts: [],
  adapters: ['rules', 'events'],
  commands: ['events', 'rules', 'store', 'adapters'],
  reactions: ['events', 'rules', 'store', 'commands', 'adapters', 'jobs'],
  jobs: ['events', 'rules', 'store', 'commands', 'adapters', 'queries'],
  web: ['commands', 'queries', 'rules', 'texts', 'events', 'adapters', 'store', 'jobs'],
};
const roomsOfPages = ['commands', 'queries', 'rules', 'texts'];

/** Rooms are entered only from the rooms above them. */
export const roomsFromAbove: Check = (sources) =>
  edges(sources)
    .filter(({ from, to }) => {
      const [here, there] = [placeOf(from), placeOf(to)];
      const allowed = here.room === 'web' ? roomsOfPages : arrows[here.room ?? ''];
      return (
        here.module !== undefined &&
        here.area === 'modules' &&
        here.module === there.module &&
        here.room !== there.room &&
        allowed !== undefined &&
        !allowed.includes(there.room ?? '')
      );
    })
    .map(({ from, to }) => `${from} reaches up into ${to}`);

const impure =
  /kernel\/(database|command|page|runtime)\.ts|from 'node:|new Date\(\)|Date\.now|Math\.random|\bawait\b|\bprocess\./;

/** Law 3: rules are pure. */
export const rulesArePure: Check = (sources) =>
  sources
    .filter(({ path, text }) => placeOf(path).room === 'rules' && !isTest(path) && impure.test(text))
    .map(({ path }) => `${path}: a rule knows neither clock nor database nor await`);

const sqlWords = /\b(select\s[^;]{0,400}\sfrom\s|insert\s+into\s|update\s+[a-z_.]+\s+set\s|delete\s+from\s)/i;

/** SQL lives in store, queries and sql. */
export const sqlInItsRooms: Check = (sources) =>
  sources
    .filter(
      ({ path, text }) =>
        placeOf(path).area === 'modules' &&
        !['store', 'queries', 'sql'].includes(placeOf(path).room ?? '') &&
        !isTest(path) &&
        sqlWords.test(withoutComments(text)),
    )
    .map(({ path }) => `${path}: SQL belongs into store or queries`);

/** Law 2: only commands' store writes domain tables; queries only read. */
export const queriesOnlyRead: Check = (sources) =>
  sources
    .filter(
      ({ path, text }) =>
        placeOf(path).room === 'queries' &&
        !isTest(path) &&
        /\b(insert\s+into|update\s+[a-z_.]+\s+set|delete\s+from)\b/i.test(withoutComments(text)),
    )
    .map(({ path }) => `${path}: a query writes`);

const tableMention = /\b(?:from|into|update|join)\s+"?([a-z_]+)"?\.([a-z_]+)\s*(\(?)/gi;
const sharedFunctions = ['kernel', 'people', 'jobs'];

/** Law 4: a module touches only its own schema; of others it may call functions, never name tables. */
export const onlyOwnSchema: Check = (sources, dependsOn) =>
  sources
    .filter(({ path }) => ['store', 'queries', 'sql'].includes(placeOf(path).room ?? ''))
    .flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(tableMention)]
        .filter(
          ([, schema, name, call]) =>
            schema !== placeOf(path).module &&
            !isSharedFunction(schema ?? '', name ?? '', call ?? '') &&
            (dependsOn.has(schema ?? '') || ['kernel', 'journal', 'jobs'].includes(schema ?? '')),
        )
        .map(([hit]) => `${path}: ${hit.trim()} lies in another module's schema`),
    );

/** Technical state of the kernel that `people` may look at (ADR 0004). */
const openTables = ['kernel.session'];

function isSharedFunction(schema: string, name: string, call: string): boolean {
  if (openTables.includes(`${schema}.${name}`)) return true;
  return (
    call === '(' &&
    (sharedFunctions.includes(schema) ||
      (schema === 'journal' && ['stream_entries', 'stream_erasures', 'latest_witnesses'].includes(name)))
  );
}

/** Inputs are strict objects: a loose one would let privileged keys pass. */
export const strictInputs: Check = (sources) =>
  sources
    .filter(
      ({ path, text }) =>
        placeOf(path).area === 'modules' &&
        !isTest(path) &&
        /\bz\.(object|looseObject|any)\(/.test(text) &&
        placeOf(path).room === 'commands',
    )
    .map(({ path }) => `${path}: use z.strictObject`);

/** Nobody but kernel and adapters catches: a swallowed fault is a lost fault. */
export const faultsAreNotSwallowed: Check = (sources) =>
  sources
    .filter(
      ({ path, text }) =>
        ['modules', 'ui'].includes(placeOf(path).area) &&
        !isTest(path) &&
        !['adapters', 'jobs'].includes(placeOf(path).room ?? '') &&
        !/\/(islands|assets|city-config|csv\.ts|upload-protocol)/.test(path) &&
        /(?<!\.)\bcatch\s*(\(|\{)/.test(withoutComments(text)),
    )
    .map(({ path }) => `${path}: try/catch outside kernel and adapters`);

/** Only background work may act without a person; who is asking is found out before there is one. */
export const systemActsInBackground: Check = (sources) =>
  sources
    .filter(
      ({ path, text }) =>
        placeOf(path).area === 'modules' &&
        !isTest(path) &&
        !['jobs', 'reactions', 'adapters'].includes(placeOf(path).room ?? '') &&
        !/\/(identify|accounts)\.ts$/.test(path) &&
        /\bsystem:\s*['`][a-z-]+\.[a-z]/.test(text),
    )
    .map(({ path }) => `${path}: acts as the system outside jobs and reactions`);

/** Every call to the outside has an end: fetch only in adapters and kernel, and with a signal. */
export const callsHaveTimeouts: Check = (sources) =>
  sources
    .filter(({ path }) => !isTest(path) && !path.includes('/islands/') && !path.includes('/browser/'))
    .flatMap(({ path, text }) => {
      const clean = withoutComments(text);
      const outside = placeOf(path).area === 'modules' && placeOf(path).room !== 'adapters';
      const fetches = /\bfetch\(/.test(clean) && placeOf(path).area !== 'packages';
      const late =
        fetches && (outside || !/signal|timeout/i.test(clean))
          ? [`${path}: fetch without a time limit, or outside adapters`]
          : [];
      const pools =
        /new pg\.(Pool|Client)\(/.test(clean) &&
        !/timeouts/.test(clean) &&
        path.startsWith('src/') &&
        path !== 'src/kernel/migrate.ts';
      return pools ? [...late, `${path}: a database connection without the time limits`] : late;
    });

/** No `any`, no enum, no switched-off check. */
export const typesHold: Check = (sources) =>
  sources
    .filter(({ path }) => !path.startsWith('src/architecture/'))
    .flatMap(({ path, text }) => {
      const hit =
        /(:\s*any\b|\bas any\b|<any>|\bany\[\]|@ts-(ignore|nocheck|expect-error)|^\s*(export\s+)?(const\s+)?enum\s)/m.exec(
          withoutLineComments(text),
        ) ?? /@ts-(ignore|nocheck)/.exec(text);
      return hit ? [`${path}: ${hit[0].trim()}`] : [];
    });

/** Every file names its licence. */
export const licenceNamed: Check = (sources) =>
  sources
    .filter(({ text }) => !text.slice(0, 80).includes('SPDX-License-Identifier: EUPL-1.2'))
    .map(({ path }) => `${path}: no licence line`);

/** No import goes in a circle; types may, they are gone when the code runs. */
export const noCycles: Check = (sources) => {
  const graph = new Map(sources.map(({ path, valueImports }) => [path, valueImports]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (state.get(path) === 'done' || !graph.has(path)) return;
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
};

function edges(sources: readonly Source[]): { from: string; to: string }[] {
  return sources.filter(({ path }) => !isTest(path)).flatMap(({ path, imports }) => imports.map((to) => ({ from: path, to })));
}

function withoutComments(text: string): string {
  return withoutLineComments(text).replaceAll(/\/\*[\s\S]*?\*\//g, '');
}

function withoutLineComments(text: string): string {
  return text.replaceAll(/^\s*(\/\/|--|\*).*$/gm, '');
}
