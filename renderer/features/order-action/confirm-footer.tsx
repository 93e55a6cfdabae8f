import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { noPlainEnter } from '../../lib/no-plain-enter'
import { useShortcut } from '../../lib/shortcuts'
import { Kbd } from '../../ui/kbd'
import classes from './order-action.module.css'

interface ConfirmFooterProps {
  /** What the button does, in words; absent where there is nothing to confirm. */
  readonly label: ReactNode | undefined
  /** Everything that is needed was chosen. */
  readonly ready: boolean
  readonly sending: boolean
  /** It moves money, or cannot be taken back by any means. */
  readonly dangerous?: boolean
  readonly describedBy: string
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** The way out and the one button that acts. Plain Enter never reaches that one. */
export function ConfirmFooter(props: ConfirmFooterProps) {
  const { label, ready, sending, dangerous, describedBy, onConfirm, onClose } = props
  const { t } = useTranslation('operations')
  const enabled = label !== undefined && ready && !sending
  useShortcut('submitForm', onConfirm, { inDialog: true, enabled })
  return (
    <div className={classes.footer}>
      <Button variant="default" onClick={onClose} data-autofocus>
        {t('action.close')}
      </Button>
      {label === undefined ? null : (
        <Button
          onClick={onConfirm}
          {...(dangerous ? { color: 'red.9' } : {})}
          disabled={!ready}
          onKeyDown={noPlainEnter}
          loading={sending}
          aria-describedby={describedBy}
          rightSection={<Kbd keys="Mod+Enter" decorative />}
        >
          {label}
        </Button>
      )}
    </div>
  )
}
