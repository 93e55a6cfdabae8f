import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog'
import { DecideStep } from './decide-step'
import { FollowStep } from './follow-step'
import type { OrderActionProps } from './order-action'
import type { Followed } from './use-record'

/**
 * One action on an order, from a fresh read over a decision to what came of it in the journal. Whoever asks while an
 * earlier operation stands in the way is shown that one.
 */
export function OrderActionDialog<Chosen>(props: OrderActionProps<Chosen>) {
  const { title, size = 560, onClose } = props
  const { t } = useTranslation('operations')
  const [followed, setFollowed] = useState<Followed>()
  return (
    <Dialog
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {followed ? <FollowStep {...props} {...followed} /> : <DecideStep {...props} onFollow={setFollowed} />}
    </Dialog>
  )
}
