// Short messages at the foot of the page, said aloud by the screen reader too.
import { signal } from '@preact/signals';

export interface Notice {
  id: number;
  text: string;
  kind: 'info' | 'error';
  action?: { label: string; run: () => void };
}

export const notices = signal<readonly Notice[]>([]);
let last = 0;

/** Information goes by itself; an error stays until it is closed. */
export function notify(text: string, kind: Notice['kind'] = 'info', action?: Notice['action']): void {
  const notice: Notice = { id: ++last, text, kind, ...(action && { action }) };
  notices.value = [...notices.value.slice(-3), notice];
  if (kind === 'info') setTimeout(() => dismiss(notice.id), action ? 10_000 : 5_000);
}

export function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}
