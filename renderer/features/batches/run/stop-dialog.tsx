import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { Dialog } from '../../../ui/dialog'
import classes from '../batches.module.css'

interface StopDialogProps {
  /** Lines that would not be sent any more. */
  readonly left: number
  /** They would become files. */
  readonly isFiles: boolean
  readonly onStop: () => void
  readonly onClose: () => void
}

/** Asks before a batch is ended: what was not sent is taken back, and that is for good. */
export function StopDialog({ left, isFiles, onStop, onClose }: StopDialogProps) {
  const { t } = useTranslation('batches')
  const format = useFormat()
  return (
    <Dialog
      onClose={onClose}
      title={t('stop.title')}
      size={460}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('stop.keep') }}
    >
      <p>{t('stop.what', { count: left, number: format.count(left) })}</p>
      <p className={classes.quiet}>{t(isFiles ? 'stop.files' : 'stop.done')}</p>
      <div className={classes.footer}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('stop.keep')}
        </Button>
        <Button color="red.9" onClick={onStop}>
          {t('stop.stop')}
        </Button>
      </div>
    </Dialog>
  )
}
