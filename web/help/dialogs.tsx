// The dialogs: shortcuts and help, what the page may do, export. Native <dialog>: focus is kept inside and given back.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Notices } from '../page/notices';
import { dialog } from '../page/panes';
import { Export } from '../out/export';
import { AddForm } from '../review/add_form';
import { MergeForm } from '../review/merge_form';
import { SplitForm } from '../review/split_form';
import { adding } from '../review/tasks';
import { Trust } from '../trust/panel';
import { Help } from './help';
import { Icon } from '../page/icons';

export function Dialogs() {
  if (dialog.value === 'help') return <Dialog title="Shortcuts and help"><Help /></Dialog>;
  if (dialog.value === 'trust') return <Dialog title="What stays here"><Trust /></Dialog>;
  if (dialog.value === 'out') return <Dialog title="Export"><Export /></Dialog>;
  if (dialog.value === 'merge') return <Dialog title="One and the same"><MergeForm /></Dialog>;
  if (dialog.value === 'split') return <Dialog title="Two that were read as one"><SplitForm /></Dialog>;
  if (dialog.value === 'add') return <Dialog title={adding.value?.editing ? 'Change what you added' : 'What the machine missed'}><AddForm /></Dialog>;
  return null;
}

function Dialog({ title, children }: { title: string; children: ComponentChildren }) {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => { // at once: the next key belongs to the dialog
    const open = element.current!;
    const before = document.activeElement as HTMLElement | null;
    open.showModal();
    return () => {
      open.close();
      // What opened it may be gone: then what it was about comes next.
      (before?.isConnected ? before : document.querySelector<HTMLElement>('.inspector-body, .text-scroller'))?.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      aria-labelledby="dialog-title"
      onCancel={() => (dialog.value = null)} // Escape: before the event that says it is closed
      onClose={() => (dialog.value = null)}
      onClick={(event) => event.target === element.current && (dialog.value = null)}
    >
      <div class="dialog-inner">
        <header class="row">
          <h2 id="dialog-title">{title}</h2>
          <span class="grow" />
          <button type="button" class="icon" aria-label="Close" onClick={() => (dialog.value = null)}><Icon name="close" /></button>
        </header>
        {children}
        <Notices />
      </div>
    </dialog>
  );
}
