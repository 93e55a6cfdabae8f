import { ActionIcon, Tooltip } from '@mantine/core'
import { IconHelp, IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
// Not through the index: these are there from the first paint.
import { RunningBatches } from '../features/batches/running-batches'
import { MirrorProgress } from '../features/mirror/mirror-progress'
import { Kbd } from '../ui/kbd'
import classes from './top-bar.module.css'

interface TopBarProps {
  /** Who we work as: stands at the left. */
  readonly profile: ReactNode
  readonly onSearch: () => void
  readonly onHelp: () => void
}

/** The bar above the screen: profile, search, help. */
export function TopBar({ profile, onSearch, onHelp }: TopBarProps) {
  const { t } = useTranslation('shell')
  return (
    <header className={classes.bar}>
      {profile}
      <button type="button" className={classes.search} onClick={onSearch} aria-haspopup="dialog">
        <IconSearch size={16} aria-hidden />
        <span className={classes.words}>{t('search.entry')}</span>
        <Kbd keys="Mod+K" />
      </button>
      <MirrorProgress />
      <RunningBatches />
      <Tooltip label={t('help.title')}>
        <ActionIcon aria-label={t('help.title')} aria-haspopup="dialog" onClick={onHelp}>
          <IconHelp size={18} />
        </ActionIcon>
      </Tooltip>
    </header>
  )
}
