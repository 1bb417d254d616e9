// SPDX-License-Identifier: EUPL-1.2
// A transfer (0503) of 10,000 documents: written and checked within ten seconds of computing time and 512 MB. Prints one line of JSON.
import { writeMessage } from '../src/bind/write.ts';
import { checkMessage } from '../src/check/check.ts';
import { specimen, specimenFile } from './specimen.ts';

const most = { seconds: 10, megabytes: 512 };
const message = {
  ...specimen('4.0.0', '0503'),
  Schriftgutobjekt: Array.from({ length: 100 }, (_each, n) => ({ Akte: specimenFile(10_000 + n * 1000, 10, 10) })),
};
const before = process.cpuUsage();
const start = performance.now();
const { xml } = writeMessage(message);
const wrote = performance.now();
const report = checkMessage(xml);
const end = performance.now();
const used = process.cpuUsage(before);
const computing = (used.user + used.system) / 1e6;
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
const line = [
  `10,000 documents, ${(xml.length / 1e6).toFixed(1)} MB`,
  `written ${seconds(start, wrote)} s, checked ${seconds(wrote, end)} s`,
  `computing time ${computing.toFixed(1)} s, peak ${memory} MB`,
].join(': ');
const problems = report.findings.filter((each) => each.level === 'error').map((each) => `${each.path} ${each.rule}`);
if (!report.valid || report.typ !== '0503') problems.push('not valid');
// The clock on the wall measures the neighbours on a shared machine as well.
if (computing > most.seconds) problems.push(`${computing.toFixed(1)} s`);
if (memory > most.megabytes) problems.push(`${memory} MB`);
console.log(JSON.stringify({ line, problems }));
