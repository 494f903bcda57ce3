import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { wordingOf } from '../i18n/format';
import { type Key, t } from '../i18n/messages';
import { useRecord, useWorkshop } from '../store/context';
import type { Link } from '../wire/connection';
import type { WorkshopRecord } from '../wire/wire.g';
import { announce } from './announce';
import { LanguageMenu } from './LanguageMenu';
import { RoomLine } from './RoomLine';
import { Banner, Status } from './status';
import { useTitle } from './title';

const words: Readonly<Record<Link, readonly [kind: 'ok' | 'wait' | 'off', key: Key]>> = {
  connecting: ['wait', 'link.connecting'],
  connected: ['ok', 'link.connected'],
  // A loss of up to two seconds is nobody's concern.
  away: ['ok', 'link.connected'],
  reconnecting: ['wait', 'link.reconnecting'],
  offline: ['off', 'link.offline'],
};

/**
 * The room line of a workshop's page, with the one banner below it. `title` says where we are, by default the workshop, as the
 * `heading` of a page without another; `children` stand between the link and the language.
 */
export function RoomBar({
  title: where,
  lang,
  heading = false,
  sub,
  staff,
  notices,
  children,
}: {
  readonly title?: string | undefined;
  /** The language of the title, where it is somebody's words. */
  readonly lang?: string;
  readonly heading?: boolean;
  readonly sub?: ComponentChildren;
  readonly staff?: boolean;
  /** What the page has to say across its whole width. */
  readonly notices?: ComponentChildren;
  readonly children?: ComponentChildren;
}) {
  const workshop = useWorkshop();
  const record = useRecord<WorkshopRecord>('workshop');
  const title = record && wordingOf(record.title);
  const [kind, key] = words[workshop.link.value];
  useTitle(where ?? title?.text);
  return (
    <RoomLine
      heading={heading}
      title={<span lang={where === undefined ? title?.lang : lang}>{where ?? title?.text}</span>}
      sub={
        <>
          <Status kind={kind}>{t(key)}</Status> {sub}
        </>
      }
      {...(staff ? { staff } : {})}
      below={
        <>
          <LinkBanner />
          {notices}
        </>
      }
    >
      {children}
      <LanguageMenu onChoose={(code) => workshop.me.person && workshop.send({ type: 'setLanguage', language: code })} />
    </RoomLine>
  );
}

/** Says once that the link is lost and once that it is back, to eyes and ears. */
function LinkBanner() {
  const { link, returned, outbox } = useWorkshop();
  const offline = link.value === 'offline';
  const count = returned.value;
  useEffect(() => {
    if (offline) announce(t('st.offline'), true);
  }, [offline]);
  useEffect(() => {
    if (count !== undefined) announce(t('st.back', { count }));
  }, [count]);
  if (offline) return <Banner kind="wait">{t('st.offline')}</Banner>;
  if (count !== undefined) return <Banner kind="ok">{t('st.back', { count })}</Banner>;
  return outbox.durable || outbox.entries.value.length === 0 ? null : <Banner kind="wait">{t('st.memory')}</Banner>;
}
