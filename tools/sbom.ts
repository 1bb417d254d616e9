// SPDX-License-Identifier: EUPL-1.2
// npm run sbom [-- FILE]: everything that is delivered, as CycloneDX 1.5; developers' tools are left out.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from './npm.ts';
import { completeSbom, type Sbom } from './sbom-document.ts';

const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', 'package.json'), 'utf8')) as { version: string };
const listed = JSON.parse(runNpm(['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--loglevel', 'error'])) as Sbom;
const text = `${JSON.stringify(completeSbom(listed, version), null, 2)}\n`;
const target = process.argv[2];
if (target) writeFileSync(path.resolve(process.env['INIT_CWD'] ?? '.', target), text);
else process.stdout.write(text);
