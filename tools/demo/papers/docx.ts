// SPDX-License-Identifier: EUPL-1.2
import { strToU8, zipSync } from 'fflate';
import { type Block, type Letter, linesOf, type PaperFile } from './letter.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const types = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const rootRelations = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const documentRelations = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/></Relationships>`;

const style = (id: string, name: string, rest: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;

const styles = `${head}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>${style('Titel', 'Title', '<w:basedOn w:val="Standard"/><w:rPr><w:b/><w:sz w:val="26"/></w:rPr>')}${style('berschrift1', 'heading 1', '<w:basedOn w:val="Standard"/><w:pPr><w:keepNext/><w:spacing w:before="200"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>')}${style('Kopfzeilen', 'Kopfzeilen', '<w:basedOn w:val="Standard"/><w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>')}</w:styles>`;

/** The moment that stands at every entry of a package: the same content must give the same bytes. */
const packed = new Date(2020, 0, 1);

/** Writes a paper as a Word document (ECMA-376): the fewest parts that Word and LibreOffice open. */
export function letterAsDocx(letter: Letter, day: string): PaperFile {
  const body = [
    ...[...letter.sender, ...letter.recipient].map((line) => paragraph(line, 'Kopfzeilen')),
    ...letter.facts.map(([label, value]) => paragraph(`${label}: ${value}`, 'Kopfzeilen')),
    paragraph(letter.date),
    ...letter.subject.map((line) => paragraph(line, 'Titel')),
    ...letter.blocks.map(blockXml),
    ...letter.closing.map((line) => paragraph(line)),
  ];
  const section =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1134" w:bottom="1134" w:left="1417" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>';
  const parts = {
    '[Content_Types].xml': types,
    '_rels/.rels': rootRelations,
    'word/document.xml': `${head}<w:document xmlns:w="${word}"><w:body>${body.join('')}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': documentRelations,
    'word/styles.xml': styles,
    'docProps/core.xml': coreProperties(letter, day),
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), { mtime: packed });
  return {
    bytes: Buffer.from(bytes),
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    pages: [linesOf(letter).join('\n')],
  };
}

function blockXml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(block.text, 'berschrift1');
    case 'item':
      return paragraph(`${block.mark}\t${block.text}`);
    case 'row':
      return paragraph(`${block.left}\t${block.right}`);
    case 'text':
      return paragraph(block.text);
    case 'break':
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    case 'plan':
      return '';
  }
}

function paragraph(text: string, styleId?: string): string {
  const properties = styleId === undefined ? '' : `<w:pPr><w:pStyle w:val="${styleId}"/></w:pPr>`;
  const runs = text.split('\t').map((part) => `<w:t xml:space="preserve">${escaped(part)}</w:t>`);
  return `<w:p>${properties}<w:r>${runs.join('<w:tab/>')}</w:r></w:p>`;
}

function coreProperties({ subject, sender }: Letter, day: string): string {
  return `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(subject.join(', '))}</dc:title><dc:creator>${escaped(sender[0] ?? '')}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${day}T08:00:00Z</dcterms:created></cp:coreProperties>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
