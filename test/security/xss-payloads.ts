// SPDX-License-Identifier: EUPL-1.2

const run = 'xq7()';
const quotes = ['', '"', "'", '">', "'>", '`>', '</title>', '</textarea>', '</script>', '-->'];
const openings = [
  `<script>${run}</script>`,
  `<img src=x onerror=${run}>`,
  `<svg onload=${run}>`,
  `<iframe srcdoc="<script>${run}</script>"></iframe>`,
  `<a href="javascript:${run}">xq7</a>`,
];
const single = [
  `" onfocus=${run} autofocus="`,
  `' onmouseover='${run}`,
  `<body onpageshow=${run}>`,
  `<details open ontoggle=${run}>`,
  `<form action="javascript:${run}"><button>`,
  `<button formaction="javascript:${run}">`,
  `<math><mi xlink:href="javascript:${run}">`,
  `<object data="data:text/html,<script>${run}</script>">`,
  `<embed src="javascript:${run}">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  `<base href="https://xq7.example/">`,
  `<style>@import 'https://xq7.example/a.css';</style>`,
  `<svg><animate onbegin=${run} attributeName=x>`,
  `<svg><script>${run}</script></svg>`,
  `<xq7 contenteditable onblur=${run}>`,
  `<input onfocus=${run} autofocus>`,
  `<ScRiPt>${run}</sCrIpT>`,
  `<<script>${run}//<</script>`,
  `<img/src="x"/onerror=${run}>`,
  `<img src=x:x onerror\u000b=${run}>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<marquee onstart=${run}>xq7</marquee>`,
];

/** Markup that would run if any page wrote it down raw; the mark xq7 is in all of it. */
export const payloads: readonly string[] = [
  ...quotes.flatMap((quote) => openings.map((opening) => `${quote}${opening}`)),
  ...single,
];
