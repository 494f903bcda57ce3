/**
 * The entry of the browser's history that sheets share, so that the back button closes them instead of leaving the page. Closed otherwise,
 * they leave it spent: it is never taken back, which would undo a page load that has begun meanwhile. The next sheet or page takes
 * it over, and who goes back from it is led past the page that they are on already.
 */
type Entry = 'open' | 'spent' | undefined;

const entryNow = (): Entry => (history.state as { sheet?: Entry } | null)?.sheet;

const open: { readonly current: () => void }[] = [];
let entry: Entry = typeof history === 'undefined' ? undefined : entryNow();

function mark(sheet: 'open' | 'spent', anew = false): void {
  if (anew) history.pushState({ sheet }, '');
  else history.replaceState({ sheet }, '');
  entry = sheet;
}

/** Lets the back button call `close` while a sheet is open; returns what ends that. */
export function closeOnBack(close: { readonly current: () => void }): () => void {
  open.push(close);
  if (entry !== 'open') mark('open', entry === undefined);
  return () => {
    open.splice(open.indexOf(close), 1);
    if (open.length === 0 && entry === 'open') mark('spent');
  };
}

/** Changes the address without loading the page; the entry of a sheet becomes that of the page. */
export function goTo(to: string, replace: boolean): void {
  if (replace || entry !== undefined) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  entry = undefined;
}

/** Called when the browser has gone back or forward. False: it only went from or to a sheet, and the page is the same. */
export function backOrForward(): boolean {
  const before = entry;
  entry = entryNow();
  if (before === 'open' && entry === undefined) {
    const last = open[open.length - 1];
    if (open.length > 1) mark('open', true);
    last?.current();
    return false;
  }
  // Forward, to a sheet that is not open any more.
  if (entry === 'open' && open.length === 0) mark('spent');
  if (before !== 'spent' || entry !== undefined) return true;
  history.back();
  return false;
}
