import { t } from '../../i18n/messages';
import { useRecord, useWorkshop } from '../../store/context';
import { wordsOf } from '../../store/texts';
import type { ClusterId, ClusterRecord } from '../../wire/wire.g';
import { DissolveSheet } from './DissolveSheet';
import { type Sheet, useDesk } from './desk';
import { leaving } from './focus';
import { MoveSheet } from './MoveSheet';
import { NameSheet } from './NameSheet';

interface SheetsProps {
  readonly sheet: Sheet;
  readonly onClose: () => void;
}

/** The sheet that is open over the page. */
export function Sheets({ sheet, onClose }: SheetsProps) {
  const { sorting, sorter } = useDesk();
  const { outbox } = useWorkshop();
  switch (sheet.does) {
    case 'move':
      return <MoveSheet cards={sheet.cards} onClose={onClose} />;
    case 'dissolve':
      return <DissolveSheet cluster={sheet.cluster} onClose={onClose} />;
    case 'rename':
      return <Rename cluster={sheet.cluster} onClose={onClose} />;
    case 'create': {
      const { cards } = sheet;
      return (
        <NameSheet
          title={cards.length === 0 ? t('sort.new-title') : t('sort.new-title-from', { count: cards.length })}
          does={t('sort.create')}
          words={{}}
          onClose={onClose}
          onName={(name) => {
            onClose();
            if (cards.length === 0) sorter.create(name, cards);
            else leaving(sorting, cards, () => sorter.create(name, cards));
          }}
        />
      );
    }
    case 'repair': {
      const { id, command } = sheet.refused;
      if (command.type !== 'createCluster' && command.type !== 'renameCluster') return null;
      return (
        <NameSheet
          title={t('sort.rename-title')}
          does={t('form.save')}
          words={command.name.words}
          original={command.name.original}
          onClose={onClose}
          onName={(name) => {
            onClose();
            outbox.retry(id, { ...command, name });
          }}
        />
      );
    }
  }
}

function Rename({ cluster, onClose }: { readonly cluster: ClusterId; readonly onClose: () => void }) {
  const { sorter } = useDesk();
  const record = useRecord<ClusterRecord>(`cluster:${cluster}`);
  if (!record) return null;
  return (
    <NameSheet
      title={t('sort.rename-title')}
      does={t('form.save')}
      words={wordsOf(record.name)}
      original={record.name.original}
      onClose={onClose}
      onName={(name) => {
        onClose();
        sorter.rename(cluster, name);
      }}
    />
  );
}
