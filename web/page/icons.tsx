// Icons drawn here, since signs from fonts differ from machine to machine or are missing.
const paths = {
  find: 'M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2m3.7 8.7L14 14',
  shield: 'M8 1.5 13.5 3.5v4c0 3.5-2.3 5.8-5.5 7-3.2-1.2-5.5-3.5-5.5-7v-4zM5.5 8l2 2 3.2-3.6',
  undo: 'M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7',
  redo: 'M10 3l3.5 3.5L10 10M13.5 6.5H6a3.5 3.5 0 0 0 0 7h3',
  close: 'M3.5 3.5l9 9m0-9-9 9',
  up: 'M8 13V3M3.5 7.5 8 3l4.5 4.5',
  down: 'M8 3v10m-4.5-4.5L8 13l4.5-4.5',
  left: 'M10 3 5 8l5 5',
  right: 'M6 3l5 5-5 5',
  stop: 'M4 4h8v8H4z',
  again: 'M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3',
  widen: 'M5.5 4 2 8l3.5 4M10.5 4 14 8l-3.5 4M2 8h12',
  contrast: 'M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12',
  copy: 'M6 6V2.500h7.500V10H10M2.500 6H10v7.500H2.500z',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  help: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.300 8.700 8 9.200 8 10M8 12.600v.4',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`glyph is-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
