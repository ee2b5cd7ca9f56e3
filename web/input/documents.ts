// .docx and .pdf files as text. The libraries that read them (mammoth, pdf.js) live in a worker of their own, one per file, ended
// when it has answered: what a file holds in memory goes with it.
import DocumentWorker from './documents.worker?worker&inline';
import { textOfHtml } from './rich';

export interface Question {
  kind: 'pdf' | 'docx';
  bytes: ArrayBuffer;
}
export type Answer = { text: string } | { html: string } | { trouble: 'password' | 'broken'; detail: string };

const patience = 60_000; // milliseconds after which a file is given up

function ask(question: Question): Promise<Answer> {
  const worker = new DocumentWorker({ name: 'khabar-documents' });
  return new Promise<Answer>((resolve) => {
    const late = setTimeout(() => resolve({ trouble: 'broken', detail: 'it took longer than a minute' }), patience);
    const done = (answer: Answer) => {
      clearTimeout(late);
      resolve(answer);
    };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<Answer>) => done(event.data);
    worker.onerror = (event) => done({ trouble: 'broken', detail: event.message });
    worker.postMessage(question, [question.bytes, port2]);
  }).finally(() => worker.terminate());
}

/** In: a file's bytes, which are given away. Out: its text. Throws an Error whose message goes on from the file's name and says what to do. */
export async function textOfDocument(kind: Question['kind'], bytes: ArrayBuffer): Promise<string> {
  const answer = await ask({ kind, bytes });
  if ('trouble' in answer) {
    if (answer.trouble === 'password') throw new Error('is protected by a password. Open it in its own program, save a copy without the password, and open that.');
    throw new Error(`could not be read as ${kind === 'pdf' ? 'PDF' : 'a Word document'} (${answer.detail}). If it opens elsewhere, copy its text there and paste it here.`);
  }
  const text = 'html' in answer ? textOfHtml(answer.html) : answer.text;
  if (text.trim()) return text;
  throw new Error(kind === 'pdf' ? 'has no text in it, only pictures of pages: it is a scan. Run it through text recognition (OCR) first, or type or paste what matters.' : 'has no text in it.');
}
