// Opening files: text, Markdown, HTML, Word, PDF, khabar workspaces. What a file is, its first bytes say; what cannot be read is
// said by name, and the rest goes on.
import { read } from '../engine/reader';
import { addArticles, newArticle, type Article } from '../state/articles';
import { notify } from '../state/notices';
import { openWorkspace } from '../out/workspace';
import { textOfHtml } from './rich';

const largest = 64 * 1024 * 1024;

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes); // what is not UTF-8 in old archives is nearly always this
  }
}

type Form = 'text' | 'pdf' | 'docx' | 'zip' | 'doc' | 'rtf';

/** By its first bytes: a PDF may have some others before its sign, a Word document is a ZIP archive with that ending. */
function formOf(bytes: Uint8Array, name: string): Form {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04')) return /\.(docx|docm|dotx)$/i.test(name) || head.includes('word/') || head.includes('[Content_Types].xml') ? 'docx' : 'zip';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'doc';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/\.pdf$/i.test(name)) return 'pdf';
  return /\.docx$/i.test(name) ? 'docx' : 'text';
}

const otherForms: Partial<Record<Form, string>> = {
  zip: 'is an archive. Unpack it and open the articles inside.',
  doc: 'is a document of an older Word, or one with a password. Save it as .docx without a password, or copy its text and paste it here.',
  rtf: 'is rich text (RTF). Save it as .docx or as plain text, or copy its text and paste it here.',
};

/** The library that reads them is loaded when the page stands (page/later.tsx); asked for here, it is there already. */
async function textOfDocument(kind: 'pdf' | 'docx', bytes: ArrayBuffer): Promise<string> {
  const documents = await import('./documents').catch(() => {
    throw new Error('could not be opened, since the part of the page that reads such files did not load. Reload the page and try again.');
  });
  return documents.textOfDocument(kind, bytes);
}

export async function openFiles(files: readonly File[]): Promise<void> {
  const added: Article[] = [];
  for (const file of files) {
    if (file.size > largest) {
      notify(`“${file.name}” is larger than 64 MB. Split it into articles first; the command line (khabar stream) reads any number.`, 'error');
      continue;
    }
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      notify(`“${file.name}” could not be read. Is it still there, and not a folder?`, 'error');
      continue;
    }
    const form = formOf(bytes, file.name);
    const other = otherForms[form];
    if (other) {
      notify(`“${file.name}” ${other}`, 'error');
      continue;
    }
    let text: string;
    try {
      text = form === 'pdf' || form === 'docx' ? await textOfDocument(form, bytes.buffer) : textOf(bytes);
    } catch (error) {
      notify(`“${file.name}” ${(error as Error).message}`, 'error');
      continue;
    }
    if (/\.(json|khabar)$/i.test(file.name)) {
      openWorkspace(text, file.name);
      continue;
    }
    if (text.includes('\0')) {
      notify(`“${file.name}” is not a text file. Save it as plain text, Word (.docx) or PDF, or copy its text and paste it here.`, 'error');
      continue;
    }
    if (/\.(html?|xhtml)$/i.test(file.name)) text = textOfHtml(text);
    if (text.trim()) added.push(newArticle(text, 'file', { file: file.name }));
    else notify(`“${file.name}” has no text in it.`, 'error');
  }
  addArticles(added);
  for (const article of added) void read(article.id);
}

export function addText(text: string, origin: Article['origin'], more: Partial<Article> = {}): void {
  if (!text.trim()) {
    notify('There is no text on the clipboard. Select the article in the other window, copy it, and paste it here.', 'error');
    return;
  }
  const article = newArticle(text, origin, more);
  addArticles([article]);
  void read(article.id);
}
