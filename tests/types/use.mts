// Compiles against the installed package the way its users do; never runs. See tests/package.test.mjs.
import { load, type Event, type Khabar, type Report, type Span } from 'khabar';
import { load as loadInline, wasmBytes } from 'khabar/inline';
import { createWorkerClient } from 'khabar/worker-client';
import schema from 'khabar/schema.json' with { type: 'json' };

const khabar: Khabar = await load({ lexicons: [{ kind: 'armed_groups', tsv: 'name\tsource\n' }] });
const report: Report = khabar.analyze('text', { published: '2025-03-12', id: 'a', offsets: 'utf16', onProgress: (share) => share < 0.5 });
const words = (span: Span): string => 'text'.slice(...span);
const killed: number[] = report.events.filter((event: Event) => event.status === 'happened').flatMap((event) => event.casualties?.map(({ value }) => value) ?? []);
for (const { kind, span } of report.document.blocks) if (kind !== 'boilerplate') words(span);
report.entities.find(({ id }) => id === report.events[0]?.arguments[0]?.entity)?.name.toUpperCase();

const client = createWorkerClient({ wasm: wasmBytes() });
const controller = new AbortController();
const other: Report = await client.analyze('text', { signal: controller.signal, onProgress: (share) => void share.toFixed(1) });
client.close();
createWorkerClient({ worker: () => new Worker('/khabar/worker.js', { type: 'module' }) }).close();
await loadInline({ wasm: await fetch('x') });

// @ts-expect-error a number is no text
khabar.analyze(5);
// @ts-expect-error there is no such status
report.events.filter((event) => event.status === 'hapened');
// @ts-expect-error there is no such unit
khabar.analyze('text', { offsets: 'words' });

export { killed, other, schema };
