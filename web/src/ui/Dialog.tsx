import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './Button';
import { XIcon } from './icons.g';
import { closeOnBack } from './sheetEntry';
import './dialog.css';

/**
 * A sheet on a phone, a dialog on a desktop, or with `side` a panel beside the page. The browser keeps the focus inside and gives it
 * back; Esc, the browser's back and a press outside call `onClose`. Draw it only while it is open; what was typed belongs to the screen.
 */
export function Dialog({
  title,
  closeLabel,
  onClose,
  children,
  foot,
  side,
}: {
  readonly title: ComponentChildren;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly foot?: ComponentChildren;
  readonly side?: boolean;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const element = dialog.current!;
    const opener = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  // The back button of a phone closes the sheet instead of leaving the page.
  useEffect(() => closeOnBack(close), []);
  return (
    <dialog
      ref={dialog}
      class={side ? 'dialog side' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class="dialog-in">
        <div class="dialog-head">
          <h2 id={id}>{title}</h2>
          <Button look="plain" label={closeLabel} onClick={onClose}>
            <XIcon />
          </Button>
        </div>
        {children}
        {foot && <div class="dialog-foot">{foot}</div>}
      </div>
    </dialog>
  );
}
