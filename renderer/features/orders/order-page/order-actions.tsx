import { ActionIcon, Tooltip } from '@mantine/core'
import type { ProfileId } from '@shared/kernel/ids'
import {
  IconArrowsDiagonal,
  IconChevronDown,
  IconChevronUp,
  IconExternalLink,
  IconRefresh,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { useShortcut } from '../../../lib/shortcuts'
import { toastError } from '../../../ui/toasts'
import { orderPath } from '../../order-words'
import { useOrderNavigation } from '../order-navigation'
import { AmendAction } from './amend-action'
import { CancelAction } from './cancel-action'
import classes from './order-page.module.css'
import { RefundAction } from './refund-action'
import type { OrderOnPage } from './use-order'
import { VouchersAction } from './vouchers-action'

interface OrderActionsProps {
  readonly profile: ProfileId
  /** False where the profile can only read: what changes something is absent then. */
  readonly mayChange: boolean
  readonly reference: string
  readonly page: OrderOnPage
  readonly onRefresh: () => void
}

/** What can be done with the order: always in this place, with its keys. */
export function OrderActions({ profile, mayChange, reference, page, onRefresh }: OrderActionsProps) {
  const { t } = useTranslation('order')
  const navigation = useOrderNavigation()
  const openWindow = () => {
    ipc.windows.openWindow({ route: orderPath(reference) }).catch(toastError)
  }
  useShortcut('reload', onRefresh)
  return (
    <div className={classes.actions} role="toolbar" aria-label={t('actions.label')}>
      {mayChange ? (
        <>
          <AmendAction profile={profile} reference={reference} page={page} />
          <CancelAction profile={profile} reference={reference} page={page} />
          <RefundAction profile={profile} reference={reference} page={page} />
        </>
      ) : null}
      <VouchersAction profile={profile} mayChange={mayChange} reference={reference} page={page} />
      <IconAction icon={IconRefresh} label={t('actions.refresh')} onClick={onRefresh} />
      <IconAction icon={IconExternalLink} label={t('actions.newWindow')} onClick={openWindow} />
      {navigation ? (
        <>
          {navigation.position === undefined ? null : (
            <>
              <IconAction icon={IconChevronUp} label={t('actions.previous')} onClick={navigation.previous} />
              <IconAction icon={IconChevronDown} label={t('actions.next')} onClick={navigation.next} />
            </>
          )}
          {navigation.expand ? (
            <IconAction icon={IconArrowsDiagonal} label={t('actions.expand')} onClick={navigation.expand} />
          ) : null}
          <IconAction icon={IconX} label={t('actions.close')} onClick={navigation.close} />
        </>
      ) : null}
    </div>
  )
}

interface IconActionProps {
  readonly icon: TablerIcon
  readonly label: string
  /** Absent: there is nothing to do right now. */
  readonly onClick: (() => void) | undefined
}

function IconAction({ icon: Icon, label, onClick }: IconActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={onClick} disabled={!onClick}>
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  )
}
