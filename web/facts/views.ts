// Which view of the facts is open.
import { signal } from '@preact/signals';
import { kindWords, type Kind } from '../report/words';

export const viewNames = ['overview', 'tables', 'timeline', 'figures', 'network', 'map'] as const;
export type View = (typeof viewNames)[number];
export const viewTitles: Record<View, string> = { overview: 'Overview', tables: 'Tables', timeline: 'Timeline', figures: 'Figures', network: 'Network', map: 'Map' };

export const view = signal<View>('overview');
export const tableKind = signal<Kind>('incident');
/** The facts over the whole width, for wide tables. */
export const wide = signal(false);

export const tableTitle = (kind: Kind): string => kindWords[kind].many;
