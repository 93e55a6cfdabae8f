import { ActionIcon, Tooltip } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useRoute } from 'wouter'
import { useShortcut } from '../lib/shortcuts'
import { type Screen, screens } from '../routes'
import classes from './rail.module.css'

/** Below this width the words give way, unless the person wants them. */
const narrow = '(max-width: 900px)'

/** The places of the app, as icon and word, or as icons alone. */
export function Rail() {
  const { t } = useTranslation('shell')
  const [chosen, setChosen] = useLocalStorage<boolean | null>({
    key: 'rail.collapsed',
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false })
  const collapsed = chosen ?? isNarrow
  const fold = collapsed ? t('nav.expand') : t('nav.collapse')
  const FoldIcon = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <div className={classes.rail} data-collapsed={collapsed || undefined}>
      <nav className={classes.places} aria-label={t('nav.label')}>
        {screens.map((screen) => (
          <Place key={screen.path} screen={screen} collapsed={collapsed} />
        ))}
      </nav>
      <Tooltip label={fold} position="right">
        <ActionIcon
          className={classes.fold}
          aria-label={fold}
          aria-expanded={!collapsed}
          onClick={() => setChosen(!collapsed)}
        >
          <FoldIcon size={18} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

function Place({ screen, collapsed }: { screen: Screen; collapsed: boolean }) {
  const { t } = useTranslation('shell')
  const [, navigate] = useLocation()
  const [current] = useRoute(`${screen.path}/*?`)
  const { path, icon: Icon, badge: Badge } = screen
  const label = t(screen.navLabelKey)
  useShortcut(screen.shortcut, () => navigate(path))
  return (
    <Tooltip label={label} position="right" disabled={!collapsed}>
      <Link href={path} className={classes.place} aria-current={current ? 'page' : undefined}>
        <Icon size={20} aria-hidden />
        <span className={classes.label}>{label}</span>
        {Badge ? <Badge /> : null}
      </Link>
    </Tooltip>
  )
}
