import { Button } from '@mantine/core'
import type { AmendedField, FieldPath, FieldValue } from '@shared/features/amendments'
import type { OrderChange } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { ChangeList, useWords } from '../order-words'
import classes from './field-form.module.css'

/** What somebody else did to a thing between two of our reads. */
export interface Moved {
  readonly changes: readonly OrderChange[]
  /** Fields that the person changes as well: what they saw, what they want, and what it is now. */
  readonly conflicts: readonly (AmendedField & {
    readonly now: FieldValue
    /** What the form calls it, where the path does not say. */
    readonly name?: string | undefined
  })[]
}

interface MovedNoticeProps {
  /** What moved, and that nothing was sent. */
  readonly title: string
  readonly moved: Moved
  /** Of the order; empty when it has no clear one. */
  readonly currency: string
  /** The person takes what somebody else wrote into a field; left out: there is no such way. */
  readonly onTakeTheirs?: ((path: FieldPath) => void) | undefined
}

/** What somebody else changed meanwhile, and where that meets what the person wants. */
export function MovedNotice({
  title,
  moved: { changes, conflicts },
  currency,
  onTakeTheirs,
}: MovedNoticeProps) {
  const { t } = useTranslation('amendments')
  const { field } = useWords()
  const text = (value: FieldValue) => (value === null ? t('amend.moved.empty') : String(value))
  return (
    <section role="alert" className={classes.notice}>
      <h3 className={classes.heading}>{title}</h3>
      <p>{t(changes.length === 0 ? 'amend.moved.nothing' : 'amend.moved.changes')}</p>
      <ChangeList changes={changes} currency={currency} />
      {conflicts.length > 0 ? (
        <table className={classes.table}>
          <caption>{t('amend.moved.conflicts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('amend.moved.field')}</th>
              <th scope="col">{t('amend.moved.seen')}</th>
              <th scope="col">{t('amend.moved.now')}</th>
              <th scope="col">{t('amend.moved.wanted')}</th>
              {onTakeTheirs ? <th scope="col">{t('amend.moved.choose')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {conflicts.map(({ path, name, seen, now, wanted }) => (
              <tr key={path.join('.')}>
                <th scope="row">{field(name ?? String(path.findLast((key) => typeof key === 'string')))}</th>
                <td>
                  <bdi>{text(seen)}</bdi>
                </td>
                <td>
                  <bdi>{text(now)}</bdi>
                </td>
                <td>
                  <bdi>{text(wanted)}</bdi>
                </td>
                {onTakeTheirs ? (
                  <td>
                    <Button variant="default" size="compact-xs" onClick={() => onTakeTheirs(path)}>
                      {t('amend.moved.takeTheirs')}
                    </Button>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
