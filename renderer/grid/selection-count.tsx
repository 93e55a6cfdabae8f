import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../lib/format'
import classes from './selection-count.module.css'

interface SelectionCountProps {
  /** Of the selected rows, shown or not. */
  readonly count: number
  /** Rows of the whole list, where that says more: all of them can be selected. */
  readonly of?: number | undefined
  /** Of these, those that the list does not show now: filtered out, or not loaded. */
  readonly notShown: number
  readonly onClear: () => void
}

/** How many rows are selected, how many of them cannot be seen, and the way to begin anew. */
export function SelectionCount({ count, of, notShown, onClear }: SelectionCountProps) {
  const { t } = useTranslation('grid')
  const format = useFormat()
  return (
    <>
      <span role="status" className={classes.count}>
        {count > 0 && of === undefined ? t('selection.count', { number: format.count(count) }) : null}
        {count > 0 && of !== undefined
          ? t('selection.of', { number: format.count(count), total: format.count(of) })
          : null}
        {notShown > 0 ? (
          <span className={classes.quiet}>
            {' · '}
            {t('selection.notShown', { number: format.count(notShown) })}
          </span>
        ) : null}
      </span>
      {count > 0 ? (
        <Button variant="subtle" color="gray" fw={400} size="compact-xs" onClick={onClear}>
          {t('selection.clear')}
        </Button>
      ) : null}
    </>
  )
}
