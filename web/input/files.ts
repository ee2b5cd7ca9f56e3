// Opening files: text, Markdown, HTML, khabar workspaces. What cannot be read is said by name; the rest goes on.
import { read } from '../engine/reader';
import { addArticles, newArticle, type Article } from '../state/articles';
import { notify } from '../state/notices';
import { openWorkspace } from '../out/workspace';
import { textOfHtml } from './rich';

const largest = 64 * 1024 * 1024;

async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes); // what is not UTF-8 in old archives is nearly always this
  }
}

export async function openFiles(files: readonly File[]): Promise<void> {
  const added: Article[] = [];
  for (const file of files) {
    if (file.size > largest) {
      notify(`“${file.name}” is larger than 64 MB. Split it into articles first; the command line (khabar stream) reads any number.`, 'error');
      continue;
    }
    let text: string;
    try {
      text = await textOf(file);
    } catch {
      notify(`“${file.name}” could not be read. Is it still there, and not a folder?`, 'error');
      continue;
    }
    if (/\.(json|khabar)$/i.test(file.name)) {
      openWorkspace(text, file.name);
      continue;
    }
    if (text.includes('\0')) {
      notify(`“${file.name}” is not a text file. Save it as plain text, Markdown or HTML, or copy its text and paste it here.`, 'error');
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
