import { useState } from 'preact/hooks';
import { code as inThrees, reason } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Banner, Skeleton } from '../../ui/status';
import { type StaffDoor, useDoor } from './useDoor';
import './door.css';

/** The code in the room line; pressed, it shows the link and the picture too. */
export function DoorButton() {
  const { door, problem } = useDoor();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="door-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span class="hint">{t('door.code')}</span> <b class="digits">{door ? inThrees(door.code) : '··· ··· ···'}</b>
      </button>
      {open && (
        <Dialog title={t('door.title')} closeLabel={t('ctl.close-sheet')} onClose={() => setOpen(false)}>
          {door ? <Ways door={door} /> : problem ? <Banner kind="bad">{reason(problem)}</Banner> : <Skeleton label={t('page.loading')} />}
        </Dialog>
      )}
    </>
  );
}

function Ways({ door }: { readonly door: StaffDoor }) {
  const [copied, setCopied] = useState<boolean>();
  return (
    <div class="door">
      <img src={door.qr} alt={t('door.qr')} width={240} height={240} />
      <div class="stack">
        <p class="muted">{t('door.open')}</p>
        <p class="door-link" dir="ltr">
          {door.link}
        </p>
        <p class="muted">{t('door.or-code')}</p>
        <p class="door-code digits">{inThrees(door.code)}</p>
        <Button onClick={() => void copy(door.link).then(setCopied)}>{t('door.copy')}</Button>
        <p class="hint" role="status">
          {copied === undefined ? '' : copied ? t('door.copied') : t('door.not-copied')}
        </p>
      </div>
    </div>
  );
}

/** False where the page may not: on plain HTTP browsers keep the clipboard to themselves. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
