// Downloads and the clipboard. A download is a blob of this page: no request is made.
import { notify } from '../state/notices';

export function download(name: string, content: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  notify(`Saved ${name}`);
}

export async function copy(content: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(content);
    notify(`${what} copied`);
  } catch {
    notify(`The browser did not allow copying. Use the download instead.`, 'error');
  }
}

/** A file name out of a title: letters and digits, short. */
export function fileName(title: string, extension: string): string {
  const stem = title.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60).toLowerCase();
  return `${stem || 'khabar'}.${extension}`;
}
