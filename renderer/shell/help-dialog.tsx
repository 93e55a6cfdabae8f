import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type AvailableShortcut, shortcutGroups, useAvailableShortcuts } from '../lib/shortcuts'
import { Kbd } from '../ui/kbd'
import classes from './help-dialog.module.css'

/** The shortcuts that work here and now, from the registry that answers them. */
export function HelpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('shell')
  const available = useAvailableShortcuts()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('help.title')}
      size={640}
      closeButtonProps={{ 'aria-label': t('help.close') }}
    >
      <div className={classes.groups}>
        {shortcutGroups.map((group) => (
          <Group
            key={group}
            name={t(`shortcutGroups.${group}`)}
            shortcuts={available.filter((s) => s.group === group)}
          />
        ))}
      </div>
      <p className={classes.note}>{t('help.note')}</p>
    </Modal>
  )
}

function Group({ name, shortcuts }: { name: string; shortcuts: readonly AvailableShortcut[] }) {
  const { t } = useTranslation('shell')
  if (shortcuts.length === 0) return null
  return (
    <section className={classes.group}>
      <h3 className={classes.name}>{name}</h3>
      <dl className={classes.list}>
        {shortcuts.map(({ id, keys, label }) => (
          <div key={id} className={classes.line}>
            <dt>{label ?? t(`shortcuts.${id}`)}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
