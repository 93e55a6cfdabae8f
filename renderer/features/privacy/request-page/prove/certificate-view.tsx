import type { Certificate } from '@shared/features/privacy'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format'
import { StatusChip } from '../../../../ui/status-chip'
import { Fact, Facts, useWords } from '../../../order-words'
import classes from '../../privacy.module.css'
import { LeftFields } from '../erase/erased-lines'
import { SearchedPlaces } from '../find/searched-places'

/** What a certificate says: numbers, names of fields and digests, nobody's data. */
export function CertificateView({ certificate: { body, signature } }: { readonly certificate: Certificate }) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const { field } = useWords()
  const { counts, verification, orders, contacts, leftAccepted, searchedAt, searched = [] } = body
  const copiesLeft = body.copies
    .filter(({ result }) => result === 'by-hand')
    .map(({ place }) => t(`copies.place.${place}`))
    .join(', ')
  const rows = [
    ...orders.map(({ reference, ...rest }) => ({ key: reference, kind: 'order' as const, ...rest })),
    ...contacts.map(({ contact, ...rest }) => ({ key: contact, kind: 'contact' as const, ...rest })),
  ]
  const notWhole = rows.filter(({ unread = [] }) => unread.length > 0).length
  return (
    <>
      <p>
        <StatusChip
          tone={verification === 'complete' ? 'confirmed' : 'failed'}
          label={t(`certificate.verification.${verification}`)}
        />
      </p>
      <Facts>
        <Fact label={t('certificate.request')} value={body.request} mono />
        <Fact label={t('form.receivedOn')} value={body.receivedOn} />
        <Fact label={t('form.dueOn')} value={body.dueOn} />
        <Fact label={t('certificate.completedAt')} value={body.completedAt}>
          {format.moment(body.completedAt)}
        </Fact>
        <Fact label={t('certificate.completedBy')} value={body.completedBy} />
        <Fact
          label={t('certificate.ordersErased')}
          value={t('certificate.of', { done: counts.ordersErased, total: counts.orders })}
        />
        <Fact
          label={t('certificate.contactsOverwritten')}
          value={t('certificate.of', { done: counts.contactsOverwritten, total: counts.contacts })}
        />
        <Fact label={t('certificate.fields')} value={format.count(counts.fields)} />
        <Fact label={t('certificate.left')} value={format.count(counts.left)} />
        <Fact label={t('certificate.unread')} value={notWhole > 0 ? format.count(notWhole) : undefined} />
        <Fact label={t('certificate.copiesLeft')} value={copiesLeft || undefined} />
        <Fact label={t('certificate.leftAccepted')} value={leftAccepted} />
        <Fact label={t('certificate.key')} value={signature.key} mono />
        {searchedAt === undefined ? null : (
          <Fact label={t('certificate.searchedAt')} value={searchedAt}>
            {format.moment(searchedAt)}
          </Fact>
        )}
      </Facts>
      {searched.length > 0 ? (
        <>
          <h3 className={classes.subtitle}>{t('certificate.searched')}</h3>
          <SearchedPlaces places={searched} />
        </>
      ) : null}
      {rows.length > 0 ? (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <caption>{t('certificate.lines')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('certificate.line')}</th>
                <th scope="col">{t('line.head')}</th>
                <th scope="col">{t('line.fields')}</th>
                <th scope="col">{t('line.left')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, kind, result, fields, left, unread }) => (
                <tr key={key}>
                  <td className={kind === 'order' ? classes.mono : classes.digest}>{key}</td>
                  <td>{t(`certificate.result.${result}`)}</td>
                  <td className={classes.names}>{fields.map(field).join(', ')}</td>
                  <td>
                    <LeftFields kind={kind} left={left} unread={unread} isProof />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  )
}
