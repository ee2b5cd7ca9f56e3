// What was measured, as docs/performance.md and its plot.
const number = (value, digits) => (value === undefined || !Number.isFinite(value) ? '—' : value.toFixed(digits));
const kilobytes = (bytes) => (bytes === undefined ? '' : bytes === 0 ? 'part of the browser' : `${Math.round(bytes / 1000)} KB`);

function table(rows) {
  const head = '| | first result, ms | first result by the clock, ms | article of 5 KB, ms | MB/s at 1 MB | MB/s at 10 MB | memory, MB | minified | Brotli |';
  const lines = rows.map((row) =>
    [
      row.name,
      number(row.cold, 0),
      number(row.coldClock, 0),
      number(row.article, 2),
      number(row.rates[0], 2),
      number(row.rates[1], 2),
      number(row.memory, 0),
      kilobytes(row.size?.minified),
      kilobytes(row.size?.brotli),
    ].join(' | '),
  );
  return [head, '|---|---|---|---|---|---|---|---|---|', ...lines.map((line) => `| ${line} |`)].join('\n');
}

const extracts = (rows) => [...new Map(rows.map((row) => [row.name.split(',')[0], row.extracts])).entries()].map(([name, what]) => `| ${name} | ${what} |`).join('\n');

/** Bars of megabytes a second at 1 MB. Colours by class, so that a dark page can have its own. */
function plot(rows) {
  const shown = rows.filter((row) => row.rates[0] !== undefined);
  const most = Math.max(...shown.map((row) => row.rates[0]));
  const [left, width, step] = [250, 420, 30];
  const bars = shown.map((row, index) => {
    const [y, length] = [44 + index * step, Math.max(1, (row.rates[0] / most) * width)];
    return (
      `<text x="${left - 10}" y="${y + 14}" text-anchor="end">${row.name}</text>` +
      `<rect class="${row.name.startsWith('Khabar') ? 'own' : 'peer'}" x="${left}" y="${y}" width="${length.toFixed(1)}" height="20" rx="2"/>` +
      `<text x="${(left + length + 8).toFixed(1)}" y="${y + 14}">${row.rates[0].toFixed(2)}</text>`
    );
  });
  const height = 44 + shown.length * step + 10;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 740 ${height}" width="740" height="${height}" font-family="system-ui, sans-serif" font-size="14" role="img" aria-labelledby="title">
<title id="title">Megabytes of articles read in a second of one processor, texts of 1 MB</title>
<style>text{fill:#24292f}.own{fill:#0b6e4f}.peer{fill:#9aa5b1}@media(prefers-color-scheme:dark){text{fill:#e6edf3}.own{fill:#3fb68b}.peer{fill:#6e7781}}</style>
<text x="10" y="24" font-weight="600">MB/s at 1 MB (each extracts something else: see the table)</text>
${bars.join('\n')}
</svg>
`;
}

export function page(rows, { machine, load }) {
  const own = rows.find((row) => row.name === 'Khabar, WebAssembly');
  const markdown = `# Speed and size

Made by \`npm run bench -- compare\`: the same texts (the articles of \`tests/articles\`, repeated) through Khabar and through the
packages that people would otherwise take. Processor time (user and system, all threads; in Chromium the clock), best of several
runs. Machine: ${machine}; load ${load}.

![Megabytes a second at 1 MB](performance.svg)

${table(rows)}

*First result*: loading the engine and reading one article of 5 KB, in a fresh process (without Node's own start) or a fresh page.
*Memory*: the most that the process held, at 10 MB or at the largest size that finished within two minutes.
*Article of 5 KB*: when warm, the median of 100 after each engine has read 200 (of 40 in Chromium). Before the long texts one article is
read: what V8 spends on compiling meanwhile, for WebAssembly half a second on a thread beside, counts.
— : not measured, or not finished within two minutes. *Brotli*: what a page loads, quality 11.

What each of them extracts, and was asked for:

| | |
|---|---|
${extracts(rows)}

## Within the engine

\`npm run bench\` runs the benchmarks of \`bench/*_bench.cpp\` (Google Benchmark) as well: the start, an article, texts of 1 KB to 10 MB,
and what nobody writes and somebody pastes (full stops, quotes, brackets, capitals, digits, one word, NULs, invalid bytes, stacked marks,
titles, verbs ... a megabyte of each). Time is linear in the text, whatever is pasted: sentences end after 400 tokens at the latest, and
nothing looks back or ahead without a bound. So is memory, which the benchmarks count: 36 bytes for each byte of articles, whether of
1 KB or of 10 MB; 142 at most, where every other byte is a token (brackets, colons).

V8 compiles WebAssembly twice, at first use and again, better, where it runs often. In Node that is nearly half of what the first megabyte
costs; therefore functions stay apart (Binaryen may not merge all that have one caller, Clang inlines little outside the linear models) and
what runs little is compiled for size. A start is compilation for the most part: the first article runs through 2,300 functions, 810 KB
of WebAssembly, and some 110 of them, 150 KB, whatever a function's own length, are compiled better while it waits (\`node
--trace-wasm-compilation-times\`). With that second compilation forbidden (\`--liftoff-only\`) a first result, of an article of 3 KB, came in
78 ms instead of 110 (best of 14; medians 83 and 138): what it costs on two processors is more than it can give back in one article. So loops
that a start runs through stand in short functions of their own. Without it 39 ms go into the module, its instance, names and rules, and 42
into the article, which reads the other weights and tables first; the next takes 7 ms.

What is not linked is not loaded either: RE2's messages brought the streams of C++ with all their locales (a twelfth of the module, some of
it run at each start), the standard library's stable sorts another twentieth. RE2 is 39 KB of the module (Brotli), with its tables of Unicode packed
and two of its engines left out; it is not begun where a text has none of the pieces that its patterns need (\`shapes.tsv\`). Lexicons stand as columns, runs where cells repeat, canonical names by reference; nine names of ten
are keyed without the tokenizer. Weights are Huffman codes: left to Brotli's own they would take 20 KB more. Of the ${kilobytes(own.size.brotli)} that a page loads (Brotli) 458 are weights and word classes; the rest are names, rules and code.

Two fifths of the time natively go into trees. The parser tries up to sixteen other ways a sentence, a dozen other tags, asks a judge which
of two trees fits better, and ranks where prepositional phrases belong: half of its time, for two to four points of links
(docs/language.md). What was scored once in a sentence is not scored again, and frequent rows of weights are kept once: of
the moves' 53,000 rows 51,000 are one of 650.

Where the time goes is memory more than arithmetic: features are looked up in a bitmap of 128 KB, which stays in the cache, and
each step goes through the whole text before the next begins, so that its model does, too.
`;
  return { markdown, svg: plot(rows) };
}
