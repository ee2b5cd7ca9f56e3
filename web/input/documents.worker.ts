// Reads what is inside .docx and .pdf files, away from the page's own thread. Made from a blob like the engine's worker, so that
// the page's policy holds here too: no connection, no code from strings.
import { textOfPdf } from './pdf';
import { htmlOfDocx } from './docx';
import type { Answer, Question } from './documents';

self.addEventListener('message', (event: MessageEvent<Question>) => {
  const port = event.ports[0]; // pdf.js talks over this thread's own port
  if (!port) return;
  const { kind, bytes } = event.data;
  const reading = kind === 'pdf' ? textOfPdf(bytes).then((text): Answer => ({ text })) : htmlOfDocx(bytes).then((html): Answer => ({ html }));
  reading.then(
    (answer) => port.postMessage(answer),
    (error: Error) => port.postMessage({ trouble: troubleOf(error), detail: String(error?.message ?? error) } satisfies Answer),
  );
});

function troubleOf(error: Error): 'password' | 'broken' {
  return error?.name === 'PasswordException' || /password|encrypt/i.test(error?.message ?? '') ? 'password' : 'broken';
}
