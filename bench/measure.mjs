// One engine in a process of its own: node bench/measure.mjs ENGINE cold|article|CHARACTERS. Prints one line of JSON.
// Processor time (all threads, so with what the collector does) beside the clock: other programs do not slow it.
const [name, what] = process.argv.slice(2);

// The engine alone is loaded and timed from the start of the process; the texts come from the parent.
const { engines } = await import('./engines.mjs');
const parts = [];
for await (const part of process.stdin) parts.push(part);
const texts = JSON.parse(Buffer.concat(parts).toString('utf8'));

const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const waited = performance.now();
const before = processor();
const read = await engines[name].load();
const result = { what };

if (what === 'cold') {
  read(texts[0]);
  result.clock = performance.now() - waited;
  result.processor = processor() - before;
} else if (what === 'article') {
  // Warm: every engine reads each article twice before it is timed. V8 has compiled by then what it compiles twice.
  for (const text of [...texts, ...texts]) read(text);
  const times = texts.map((text) => {
    const start = processor();
    read(text);
    return processor() - start;
  });
  result.processor = times.sort((a, b) => a - b)[times.length >> 1];
} else {
  read(texts[1]); // warm
  const start = processor();
  read(texts[0]);
  result.processor = processor() - start;
  result.memory = process.resourceUsage().maxRSS / 1024;
}
console.log(JSON.stringify(result));
