// Keeping the desk on this device: off unless the reader switches it on. One IndexedDB record holds the workspace; with the
// switch off there is no database at all.
import { batch, effect, signal } from '@preact/signals';
import { readWorkspace, takeWorkspace, workspaceOf } from '../out/workspace';
import { articles, addArticles, currentId } from './articles';
import { joins } from './joins';
import { notify } from './notices';

export const keeping = signal(false);

const name = 'khabar';
const store = 'desk';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
}

async function transact<T>(mode: IDBTransactionMode, run: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const request = run(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
    });
  } finally {
    database.close();
  }
}

function drop(): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });
}

const trouble = (error: unknown) => {
  keeping.value = false;
  notify(`This browser did not keep the articles (${(error as Error)?.message ?? error}). Save a workspace file instead.`, 'error');
};

let timer: ReturnType<typeof setTimeout> | undefined;

/** At start: takes back what was kept, if anything was, and goes on keeping. */
export async function startKeeping(): Promise<void> {
  try {
    // Opening a database makes it: look whether there is one first, where the browser can say so.
    if (indexedDB.databases && !(await indexedDB.databases()).some((each) => each.name === name)) return watch();
    const content = await transact('readonly', (objects) => objects.get('workspace') as IDBRequest<string | undefined>);
    if (content === undefined) await drop();
    else {
      keeping.value = true;
      takeWorkspace(readWorkspace(content));
    }
  } catch {
    // Private windows refuse databases: the page works without.
  }
  watch();
}

function watch(): void {
  effect(() => {
    const list = articles.value;
    void joins.value;
    if (!keeping.value) return;
    clearTimeout(timer);
    timer = setTimeout(() => void transact('readwrite', (objects) => objects.put(workspaceOf(list), 'workspace')).catch(trouble), 600);
  });
}

export async function keep(on: boolean): Promise<void> {
  keeping.value = on;
  if (on) return notify('Articles and marks are kept on this device from now on.');
  clearTimeout(timer);
  await drop();
  notify('What was kept on this device is deleted. The open articles stay until you close the page.');
}

/** Takes everything away: from the page and from the device. */
export async function clearKept(): Promise<void> {
  clearTimeout(timer);
  keeping.value = false;
  const before = articles.peek();
  const across = joins.peek();
  batch(() => {
    articles.value = [];
    joins.value = [];
    currentId.value = null;
  });
  await drop();
  notify('All articles and marks are cleared.', 'info', before.length ? { label: 'Undo', run: () => batch(() => (addArticles([...before]), (joins.value = across))) } : undefined);
}
