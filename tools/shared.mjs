// What the scripts of package.json share. Plain Node, no packages: these run before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const at = (...parts) => join(root, ...parts);
export const jobs = availableParallelism();

/** Says what is wrong, in words, and ends the program. */
export function fail(message, status = 1) {
  console.error(`\n${message}`);
  process.exit(status);
}

/** One line about what happens now; dim on a terminal. */
export function say(message) {
  console.log(process.stdout.isTTY ? `\x1b[2m▸ ${message}\x1b[0m` : `▸ ${message}`);
}

/** In: a program's name. Out: its path on PATH, or undefined. */
export function which(program) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (!folder) continue;
    for (const suffix of process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : ['']) {
      const path = join(folder, program + suffix);
      if (existsSync(path) && statSync(path).isFile()) return path;
    }
  }
  return undefined;
}

/** Runs a program with its output on the screen; ends with its status where it fails. */
export function run(program, words = [], { cwd = root, env = {}, input, allowFailure = false, quiet = false } = {}) {
  const result = spawnSync(program, words, {
    cwd,
    env: { ...process.env, ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (result.error) fail(`${program} could not be started: ${result.error.message}`);
  if (result.status !== 0 && !allowFailure) {
    if (quiet) process.stderr.write(`${result.stdout}${result.stderr}`);
    fail(`${[program, ...words].join(' ')} failed (${result.signal ?? result.status}).`, result.status || 1);
  }
  return result;
}

/** The words a program prints; undefined where it fails. */
export function output(program, words = [], options = {}) {
  const result = spawnSync(program, words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 30, ...options });
  return result.status === 0 ? result.stdout : undefined;
}

/** Every file below the folders (or the files themselves) that `keep` accepts, as paths from the root, sorted. */
export function filesBelow(paths, keep = () => true) {
  const out = [];
  const walk = (path) => {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) {
      const name = relative(root, path).split(sep).join('/');
      if (keep(name)) out.push(name);
      return;
    }
    for (const name of readdirSync(path)) if (name !== 'node_modules' && name !== 'dist' && name !== '__pycache__') walk(join(path, name));
  };
  for (const path of paths) walk(at(path));
  return out.sort();
}

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** One hash over the names and bytes of files. */
export function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(existsSync(at(file)) ? readFileSync(at(file)) : '').update('\0');
  return hash.digest('hex');
}

/** A step that need not be done again: `isFresh` before it, `done` after it. */
export function stamp(path, value) {
  return {
    isFresh: () => existsSync(path) && readFileSync(path, 'utf8') === value,
    done: () => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, value);
    },
  };
}

/** Writes only what differs, so that file times tell what changed. */
export function writeIfChanged(path, bytes) {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(bytes))) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return true;
}
