// Word and PDF files made here, byte by byte, for the tests that open them.
import { deflateRawSync } from 'node:zlib';

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let code = byte;
  for (let bit = 0; bit < 8; bit += 1) code = code & 1 ? 0xedb88320 ^ (code >>> 1) : code >>> 1;
  return code >>> 0;
});
const crc32 = (bytes) => ~bytes.reduce((code, byte) => table[(code ^ byte) & 255] ^ (code >>> 8), ~0) >>> 0;

/** A ZIP archive of files by name. */
export function zip(files) {
  const [local, central] = [[], []];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\0'), shared, more, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end]);
}

const office = 'http://schemas.openxmlformats.org';
const part = (style, words, more = '') => `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${more}</w:pPr><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;

/** A Word document of paragraphs: [style, words, numbered?]; and a link, if there is one. */
export function docx(paragraphs, link = '') {
  const body = paragraphs.map(([style, words, listed]) => part(style, words, listed ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : '')).join('');
  const linked = link ? `<w:p><w:hyperlink r:id="rId9"><w:r><w:t>the source</w:t></w:r></w:hyperlink></w:p>` : '';
  return zip({
    '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${office}/package/2006/relationships">${link && `<Relationship Id="rId9" Type="${office}/officeDocument/2006/relationships/hyperlink" Target="${link}" TargetMode="External"/>`}</Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${office}/wordprocessingml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><w:body>${body}${linked}</w:body></w:document>`,
  });
}

/** A PDF of pages, each a list of [x, y, words]; `encrypted` asks for a password that nobody knows. */
export function pdf(pages, { encrypted = false } = {}) {
  const objects = [];
  const font = 3;
  objects[1] = '<</Type/Catalog/Pages 2 0 R>>';
  objects[2] = `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')}]>>`;
  objects[font] = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';
  pages.forEach((lines, index) => {
    const drawn = lines.map(([x, y, words]) => `BT /F1 11 Tf ${x} ${y} Td (${words.replace(/[()\\]/g, '\\$&')}) Tj ET`).join('\n');
    objects[4 + index * 2] = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 ${font} 0 R>>>>/Contents ${5 + index * 2} 0 R>>`;
    objects[5 + index * 2] = `<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream`;
  });
  const secret = `<${'ab'.repeat(32)}>`;
  if (encrypted) objects.push(`<</Filter/Standard/V 1/R 2/P -4/O${secret}/U${secret}>>`);
  let out = '%PDF-1.4\n';
  const places = [];
  for (let number = 1; number < objects.length; number += 1) {
    places[number] = out.length;
    out += `${number} 0 obj\n${objects[number]}\nendobj\n`;
  }
  const start = out.length;
  const more = encrypted ? `/Encrypt ${objects.length - 1} 0 R/ID[<00><00>]` : '';
  out += `xref\n0 ${objects.length}\n0000000000 65535 f \n${places.slice(1).map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<</Size ${objects.length}/Root 1 0 R${more}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}
