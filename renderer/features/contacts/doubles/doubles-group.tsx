import { Anchor, Button } from '@mantine/core'
import { comparedFields, type Doubles, differingFields } from '@shared/features/contacts'
import { type ContactUid, contactUidSchema } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { missing } from '../../../lib/format'
import { contactPath } from '../contact-paths'
import classes from './doubles.module.css'

interface DoublesGroupProps {
  readonly group: Doubles
  /** Absent where nothing may be changed. */
  readonly onEdit: ((contact: ContactUid) => void) | undefined
}

/** Contacts that are likely one person, side by side; a field in which they differ says so. */
export function DoublesGroup({ group: { rows, reasons, isDoubtful }, onEdit }: DoublesGroupProps) {
  const { t } = useTranslation('contacts')
  const differing = differingFields(rows)
  const fields = comparedFields.filter((field) => rows.some((row) => row[field] !== undefined))
  const title = rows.find(({ name }) => name !== undefined)?.name ?? t('page.noName')
  return (
    <section className={classes.group} aria-label={title}>
      <h2 className={classes.groupTitle}>
        <bdi>{title}</bdi>
        <span className={classes.quiet}>
          {reasons.map((reason) => t(`doubles.reason.${reason}`)).join(', ')}
        </span>
        {isDoubtful ? <span className={classes.warning}>{t('doubles.twoPeople')}</span> : null}
      </h2>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('doubles.field')}</th>
              {rows.map(({ uid }) => (
                <th key={uid} scope="col">
                  <Anchor component={Link} href={contactPath(uid)} className={classes.mono}>
                    {uid}
                  </Anchor>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field} data-differs={differing.has(field) || undefined}>
                <th scope="row">
                  {t(`columns.${field}`)}
                  {differing.has(field) ? (
                    <span className={classes.mark}> {t('doubles.differs')}</span>
                  ) : null}
                </th>
                {rows.map((row) => (
                  <td key={row.uid}>
                    <bdi>{row[field] ?? missing}</bdi>
                  </td>
                ))}
              </tr>
            ))}
            {onEdit ? (
              <tr>
                <th scope="row">{t('doubles.change')}</th>
                {rows.map(({ uid }) => {
                  const contact = contactUidSchema.safeParse(uid)
                  return (
                    <td key={uid}>
                      {contact.success ? (
                        <Button
                          variant="default"
                          size="compact-xs"
                          aria-label={t('edit.openNamed', { name: uid })}
                          onClick={() => onEdit(contact.data)}
                        >
                          {t('edit.open')}
                        </Button>
                      ) : null}
                    </td>
                  )
                })}
              </tr>
            ) : null}
          </tbody>
        </table>
      </div>
    </section>
  )
}
