import { Anchor, Button, Radio } from '@mantine/core'
import { type ContactRow, comparedFields, type Doubles, differingFields } from '@shared/features/contacts'
import { type ContactUid, contactUidSchema } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { missing } from '../../../lib/format'
import { RecordedTime, useWords } from '../../order-words'
import { contactPath, mergePath } from '../contact-paths'
import classes from './doubles.module.css'

interface ComparedProps {
  readonly row: ContactRow
  readonly field: (typeof comparedFields)[number]
}

function Compared({ row, field }: ComparedProps) {
  if (field === 'created' || field === 'modified') return <RecordedTime at={row[field]} />
  return <bdi>{row[field] ?? missing}</bdi>
}

interface DoublesGroupProps {
  readonly group: Doubles
  /** Absent where nothing may be changed. */
  readonly onEdit: ((contact: ContactUid) => void) | undefined
}

/** Contacts that are likely one person, side by side; a field in which they differ says so. */
export function DoublesGroup({ group: { key, rows, reasons, isDoubtful }, onEdit }: DoublesGroupProps) {
  const { t } = useTranslation('contacts')
  const { word } = useWords()
  const [, navigate] = useLocation()
  const [kept, setKept] = useState<string>()
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
            {new Set(rows.map(({ type }) => type)).size > 1 ? (
              <tr data-differs>
                <th scope="row">
                  {t('columns.type')}
                  <span className={classes.mark}> {t('doubles.differs')}</span>
                </th>
                {rows.map(({ uid, type }) => (
                  <td key={uid}>{type === undefined ? missing : word('contactType', type)}</td>
                ))}
              </tr>
            ) : null}
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
                    <Compared row={row} field={field} />
                  </td>
                ))}
              </tr>
            ))}
            {onEdit ? (
              <tr>
                <th scope="row">{t('doubles.stays')}</th>
                {rows.map(({ uid }) => (
                  <td key={uid}>
                    <Radio
                      size="xs"
                      name={`stays ${key}`}
                      aria-label={t('doubles.staysNamed', { name: uid })}
                      checked={kept === uid}
                      onChange={() => setKept(uid)}
                    />
                  </td>
                ))}
              </tr>
            ) : null}
            {onEdit && kept !== undefined ? (
              <tr>
                <th scope="row">{t('doubles.merge')}</th>
                {rows.map(({ uid }) => (
                  <td key={uid}>
                    {uid === kept ? null : (
                      <Button
                        variant="default"
                        size="compact-xs"
                        aria-label={t('doubles.mergeNamed', { name: uid })}
                        onClick={() => navigate(mergePath(kept, uid))}
                      >
                        {t('doubles.mergeInto')}
                      </Button>
                    )}
                  </td>
                ))}
              </tr>
            ) : null}
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
