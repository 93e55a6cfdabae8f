import { Button, Menu } from '@mantine/core'
import type { ViewContent } from '@shared/features/mirror'
import type { ProfileId } from '@shared/kernel/ids'
import { IconChevronDown } from '@tabler/icons-react'
import { memo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnDefault } from '../../../grid/column-layout'
import { toastError } from '../../../ui/toasts'
import type { FilterPlace } from '../filters/filter-places'
import { differs } from './compare-views'
import { DeleteViewDialog } from './delete-view-dialog'
import { ExportViewsDialog } from './export-views-dialog'
import { NameDialog } from './name-dialog'
import { useViewActions } from './use-view-actions'
import { type OfferedView, useApplyView, useViews } from './use-views'
import classes from './views.module.css'

interface ViewChooserProps {
  readonly profile: ProfileId
  readonly place: FilterPlace
  /** The view that the list was last set to. */
  readonly chosen: string | undefined
  /** How the list is looked at now. */
  readonly present: ViewContent
  readonly columns: readonly ColumnDefault[]
}

/** Which view the list is set to, whether it has changed since, and everything that can be done with views. */
export const ViewChooser = memo(function ViewChooser({
  profile,
  place,
  chosen,
  present,
  columns,
}: ViewChooserProps) {
  const { t } = useTranslation('orders')
  const { builtIn, own, canKeep } = useViews(profile, place)
  const apply = useApplyView(profile)
  const { save, imported } = useViewActions(profile)
  const button = useRef<HTMLButtonElement>(null)
  const [asking, setAsking] = useState<'new' | 'rename' | 'delete' | 'export'>()
  const ownView = own.find(({ id }) => id === chosen)
  const view: OfferedView | undefined = ownView ?? builtIn.find(({ id }) => id === chosen) ?? builtIn[0]
  if (!view) return null
  const isChanged = differs(view, present, columns)
  const overwrite = () => {
    if (ownView)
      save.mutate(
        { ...present, id: ownView.id, name: ownView.name },
        { onError: (error) => toastError(error) },
      )
  }
  /** The item that was chosen has gone with its menu. */
  const close = () => {
    setAsking(undefined)
    requestAnimationFrame(() => button.current?.focus())
  }
  /** Its button goes away, so the keyboard goes to the one that stays. */
  const reset = () => {
    apply(view)
    button.current?.focus()
  }
  return (
    <span className={classes.chooser}>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            ref={button}
            variant="default"
            size="compact-sm"
            className={classes.button}
            aria-label={t(isChanged ? 'views.chooserChanged' : 'views.chooser', { name: view.name })}
            rightSection={<IconChevronDown size={12} aria-hidden />}
          >
            <span className={classes.name}>{view.name}</span>
            {isChanged ? <span className={classes.dot} aria-hidden /> : null}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu}>
          <ViewItems label={t('views.builtInLabel')} views={builtIn} current={view.id} onChoose={apply} />
          {own.length > 0 ? (
            <ViewItems label={t('views.ownLabel')} views={own} current={view.id} onChoose={apply} />
          ) : null}
          <Menu.Divider />
          {isChanged && ownView ? (
            <Menu.Item onClick={overwrite}>{t('views.overwrite', { name: ownView.name })}</Menu.Item>
          ) : null}
          <Menu.Item disabled={!canKeep} onClick={() => setAsking('new')}>
            {t('views.saveAs')}
          </Menu.Item>
          {ownView ? (
            <>
              <Menu.Item onClick={() => setAsking('rename')}>{t('views.rename')}</Menu.Item>
              <Menu.Item onClick={() => setAsking('delete')}>{t('views.delete')}</Menu.Item>
            </>
          ) : null}
          <Menu.Item disabled={!canKeep} onClick={() => imported.mutate()}>
            {t('views.import')}
          </Menu.Item>
          <Menu.Item disabled={own.length === 0} onClick={() => setAsking('export')}>
            {t('views.export')}
          </Menu.Item>
          {canKeep ? null : <p className={classes.note}>{t('views.needCopy')}</p>}
        </Menu.Dropdown>
      </Menu>
      {isChanged ? (
        <Button variant="subtle" color="gray" fw={400} size="compact-xs" onClick={reset}>
          {t('views.reset')}
        </Button>
      ) : null}
      {asking === 'new' ? (
        <NameDialog
          profile={profile}
          title={t('views.saveTitle')}
          content={present}
          own={own}
          onSaved={apply}
          onClose={close}
        />
      ) : null}
      {asking === 'rename' && ownView ? (
        <NameDialog
          profile={profile}
          title={t('views.renameTitle')}
          content={ownView}
          renamed={ownView}
          own={own}
          onClose={close}
        />
      ) : null}
      {asking === 'delete' && ownView ? (
        <DeleteViewDialog profile={profile} view={ownView} onClose={close} />
      ) : null}
      {asking === 'export' ? (
        <ExportViewsDialog profile={profile} count={own.length} onClose={close} />
      ) : null}
    </span>
  )
})

interface ViewItemsProps {
  readonly label: string
  readonly views: readonly OfferedView[]
  readonly current: string
  readonly onChoose: (view: OfferedView) => void
}

function ViewItems({ label, views, current, onChoose }: ViewItemsProps) {
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      {views.map((view) => (
        <Menu.Item
          key={view.id}
          aria-description={view.hint}
          aria-current={view.id === current || undefined}
          onClick={() => onChoose(view)}
        >
          {view.name}
          {view.hint ? (
            <span className={classes.hint} aria-hidden>
              {view.hint}
            </span>
          ) : null}
        </Menu.Item>
      ))}
    </>
  )
}
