// The line between text and facts: drawn with the pointer, or moved with the arrow keys; a double click puts it back.
import { signal } from '@preact/signals';

/** Width of the facts in per cent of the window; null: as the style sheet has it. */
export const factsShare = signal<number | null>(null);

const least = 22;
const most = 70;
const usual = 41;
const set = (share: number) => (factsShare.value = Math.min(most, Math.max(least, share)));

export function Divider() {
  const drag = (event: PointerEvent) => {
    if (event.buttons & 1) set(((innerWidth - event.clientX) / innerWidth) * 100);
  };
  const key = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? 2 : event.key === 'ArrowRight' ? -2 : 0;
    if (event.key === 'Home') factsShare.value = null;
    else if (step) set((factsShare.value ?? usual) + step);
    else return;
    event.preventDefault();
  };
  return (
    <div
      class="divider"
      role="separator"
      tabIndex={0}
      aria-label="Width of the facts"
      aria-orientation="vertical"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={Math.round(factsShare.value ?? usual)}
      title="Drag to change the widths; double-click to put them back"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={key}
      onDblClick={() => (factsShare.value = null)}
    />
  );
}
