import './drag.css';

/** What happens to the thing that a pointer holds. */
export interface Drag {
  /** The pointer is here now, in the window's coordinates. */
  move(x: number, y: number): void;
  /** It was let go where it is. */
  drop(): void;
  /** It goes back to where it was. */
  cancel(): void;
}

const meantPx = 6;

/**
 * Follows a pointer from its press: once it has moved far enough to be meant, `take` is asked for what it holds. Esc puts it back.
 * The click that ends a drag reaches nobody. Dragging is never the only way: whoever uses this has buttons or keys for the same.
 */
export function dragFrom(press: PointerEvent, take: () => Drag): void {
  if (press.button !== 0 || !press.isPrimary) return;
  const all = new AbortController();
  const { signal } = all;
  let held: Drag | undefined;
  const end = (how: 'drop' | 'cancel'): void => {
    all.abort();
    document.documentElement.classList.remove('dragging');
    if (!held) return;
    addEventListener('click', swallow, { capture: true, once: true });
    // No click follows where the pointer was let go over another element.
    setTimeout(() => removeEventListener('click', swallow, { capture: true }));
    held[how]();
  };
  const move = ({ clientX, clientY, pointerId }: PointerEvent): void => {
    if (pointerId !== press.pointerId) return;
    if (!held && Math.hypot(clientX - press.clientX, clientY - press.clientY) >= meantPx) {
      held = take();
      document.documentElement.classList.add('dragging');
    }
    held?.move(clientX, clientY);
  };
  addEventListener('pointermove', move, { signal });
  addEventListener('pointerup', () => end('drop'), { signal });
  addEventListener('pointercancel', () => end('cancel'), { signal });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end('cancel');
    },
    { signal, capture: true },
  );
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
