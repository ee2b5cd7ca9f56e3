// Which change of facts is under way in a dialog, and of what.
import { signal } from '@preact/signals';
import type { Located } from '../facts/scope';
import { dialog } from '../page/panes';
import { entityKinds, type Fact } from '../report/facts';

/** Entities that may be one and the same. */
export const merging = signal<readonly Located[]>([]);

export const isEntity = (fact: Fact): boolean => fact.type in entityKinds;

export function startMerge(rows: readonly Located[]): void {
  merging.value = rows;
  dialog.value = 'merge';
}
