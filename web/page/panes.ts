// Which part of the page is in front where only one fits, and which dialog is open.
import { signal } from '@preact/signals';

export type Pane = 'articles' | 'text' | 'facts';
export const pane = signal<Pane>('text');
export const editing = signal(false);
/** A new article is being brought in although there are others. */
export const adding = signal(false);

export type DialogName = 'help' | 'trust' | 'out' | 'merge' | 'split' | 'add' | null;
export const dialog = signal<DialogName>(null);
