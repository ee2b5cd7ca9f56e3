// npm run lint: clang-format, clang-tidy, ESLint and the TypeScript compiler, each to its end; fails where one of them found something.
//
//   npm run lint -- js                 one of them: cpp, js, types
import { existsSync } from 'node:fs';

import { cmake } from './build.mjs';
import { ensure } from './deps.mjs';
import { format, sources } from './format.mjs';
import { at, fail, jobs, root, run, say } from './shared.mjs';

const checks = {
  cpp() {
    ensure('lint');
    const formatted = format({ check: true });
    say('clang-tidy');
    cmake('native', { targets: ['khabar_core'] }); // compile_commands.json and the packed lexicons
    const files = sources().filter((name) => name.startsWith('core/') && name.endsWith('.cpp'));
    const tidy = run('xargs', ['-P', String(jobs), '-n', '4', 'clang-tidy', '--quiet', '-p', at('build', 'native')], {
      input: files.join('\n'),
      allowFailure: true,
    });
    return formatted && tidy.status === 0;
  },
  js() {
    ensure('page');
    say('ESLint');
    return run('npm', ['exec', '--', 'eslint', '--max-warnings=0', '.'], { allowFailure: true }).status === 0;
  },
  types() {
    ensure('page');
    say('TypeScript');
    const projects = ['tests/types/tsconfig.json', 'tsconfig.json', 'web/tsconfig.json'].filter((path) => existsSync(at(path)));
    return projects.map((path) => run('npm', ['exec', '--', 'tsc', '--noEmit', '-p', path], { allowFailure: true, cwd: root }).status === 0).every(Boolean);
  },
};

const names = process.argv.slice(2);
for (const name of names) if (!checks[name]) fail(`There is no check called ${name}: ${Object.keys(checks).join(', ')}.`, 2);
const failed = (names.length > 0 ? names : Object.keys(checks)).filter((name) => !checks[name]());
if (failed.length > 0) fail(`Something to mend: ${failed.join(', ')}.`);
say('nothing to mend');
