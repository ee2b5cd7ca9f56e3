// The recipes of docs/package.md, word for word, with the tarball that npm would publish: files and commands are read out of the
// document, `npm install` apart, which is done once and offline (the bundlers come from tests/recipes).
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

import { load } from 'khabar';

import { serve } from '../tools/serve.mjs';
import { at, execute, installedPackage, openBrowser, temporaryFolder } from './support.mjs';

// What is done with a recipe once its commands have run: `pages` are opened, of a folder that is served or from the disk.
const recipes = {
  'Node, ES modules': {},
  'Node, CommonJS': {},
  'Node, in a worker thread': {},
  'Node, bundled into one file': {},
  Vite: { serve: 'dist', carries: [/worker.*\.js$/, /khabar.*\.wasm$/] },
  webpack: { serve: 'dist', carries: [/\.wasm$/] },
  esbuild: { serve: 'dist', carries: [/khabar-worker\.js$/, /khabar.*\.wasm$/] },
  'A module worker of one\'s own': { serve: '.', carries: [/browser\.js$/, /khabar\.wasm$/] },
  'A classic page, from a server or from file://': { serve: '.', disk: true },
  'A strict Content-Security-Policy': { serve: '.', carries: [/worker\.js$/, /khabar\.wasm$/] },
  'No connection at all': { serve: '.', carriesNot: /\.wasm$/ },
};

/** Out: [{ title, files: { path: text }, commands }] of the chapter "Recipes". */
function recipesIn(document) {
  const [, chapter] = document.split('\n## Recipes\n');
  return chapter.split('\n### ').slice(1).map((part) => {
    const files = {};
    let commands = [];
    for (const [, language, body] of part.matchAll(/^```(\w+)\n([^]*?)^```$/gm)) {
      if (language === 'sh') commands = body.trim().split('\n');
      else {
        const name = /^(?:\/\/|<!--) (\S+)/.exec(body);
        assert.ok(name, `a file without a name in its first line: ${body}`);
        files[name[1]] = body.slice(body.indexOf('\n') + 1);
      }
    }
    return { title: part.slice(0, part.indexOf('\n')), files, commands };
  });
}

test('the recipes of docs/package.md', async (t) => {
  const found = recipesIn(readFileSync(at('docs', 'package.md'), 'utf8'));
  assert.deepEqual(found.map(({ title }) => title), Object.keys(recipes)); // prettier-ignore
  const sentence = 'Gunmen killed two policemen in Quetta on Sunday.';
  const expected = (await load()).analyze(sentence).events.map(({ type, status, text }) => `${type}, ${status}: ${text}`).join('\n');
  assert.ok(readFileSync(at('docs', 'package.md'), 'utf8').includes(`\`${expected}\``), expected);

  const { home } = installedPackage(temporaryFolder(t));
  symlinkSync(at('tests', 'recipes', 'node_modules', '.bin'), join(home, 'node_modules', '.bin'));
  const browser = await openBrowser(t);

  async function see(address, { carries = [], carriesNot }) {
    const page = await browser.newPage();
    const asked = [];
    const wrong = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    // What is not there is said on the console too; browsers ask for this one by themselves.
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    await page.goto(address);
    const shown = await page.waitForFunction(() => document.querySelector('#facts').textContent, undefined, { timeout: 20000 }).then(
      (handle) => handle.jsonValue(),
      (error) => String(error),
    );
    assert.deepEqual(wrong, []);
    assert.equal(shown, expected);
    for (const pattern of carries) assert.ok(asked.some((url) => pattern.test(url)), `${pattern} is not among ${asked.join(' ')}`);
    if (carriesNot) assert.ok(!asked.some((url) => carriesNot.test(url)), asked.join(' '));
    const origin = new URL(address).origin;
    assert.ok(asked.every((url) => new URL(url).origin === origin), asked.join(' '));
    await page.close();
  }

  await t.test('Vite, as one works on the page', { skip: process.env.KHABAR_FULL ? false : 'npm run test:full' }, async () => {
    for (const [name, text] of Object.entries(found.find(({ title }) => title === 'Vite').files)) writeFileSync(join(home, name), text);
    const server = spawn(join(home, 'node_modules', '.bin', 'vite'), ['--host', '127.0.0.1', '--port', '0'], { cwd: home, env: { ...process.env, NO_COLOR: '1' } });
    try {
      const address = await new Promise((resolve, reject) => {
        let said = '';
        server.on('exit', () => reject(new Error(said)));
        for (const stream of [server.stdout, server.stderr])
          stream.on('data', (chunk) => {
            said += chunk;
            const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
            if (found) resolve(found[0]);
          });
      });
      await see(address, { carries: [/khabar\.wasm/] });
    } finally {
      server.kill();
    }
  });

  for (const { title, files, commands } of found)
    await t.test(title, async () => {
      const folder = join(home, title.replace(/\W+/g, '-').toLowerCase());
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      }
      symlinkSync(join(home, 'node_modules'), join(folder, 'node_modules'));
      let printed = '';
      const env = { ...process.env, NODE_ENV: 'production', npm_config_offline: 'true' };
      for (const command of commands) if (!command.startsWith('npm install ')) printed = execute('sh', ['-c', command], { cwd: folder, env });
      const recipe = recipes[title];
      if (!recipe.serve) {
        assert.equal(printed.trim(), expected);
        return;
      }
      rmSync(join(folder, 'node_modules')); // what is served is all that is needed
      const { server, address } = await serve(join(folder, recipe.serve));
      try {
        await see(address, recipe);
        if (recipe.disk) await see(pathToFileURL(join(folder, recipe.serve, 'index.html')).href, recipe);
      } finally {
        server.close();
      }
    });
});
