import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './cancel-dialog.module.css'
import { Note } from './effect-summary'

interface UnreadableProps {
  /** Names of the lists, as the API calls them. */
  readonly lists: readonly string[]
  readonly onClose: () => void
}

/** Stands in the place of the choice when the server sent something else than it should: nothing can be chosen. */
export function Unreadable({ lists, onClose }: UnreadableProps) {
  const { t } = useTranslation('cancellations')
  return (
    <div role="alert">
      <Note warning>{t('unreadable.what', { lists: lists.join(', ') })}</Note>
      <p>{t('unreadable.next')}</p>
      <div className={classes.footer}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('choose.close')}
        </Button>
      </div>
    </div>
  )
}
