import type { Operation, OperationPart } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import { missing } from '../../../lib/format'
import { Section } from '../../../ui/section'
import { useMoments } from '../moments'
import classes from './detail.module.css'
import { FieldEvidence } from './field-evidence'

/** The parts an operation is about, before the request and as they were read last, for whoever has to decide. */
export function ReviewEvidence({ operation }: { operation: Operation }) {
  const { t } = useTranslation('operations')
  const moments = useMoments()
  const { review, lastLookUpAt, effect } = operation
  if (!review) return null
  const { parts, fields, couldDouble } = review
  const time = lastLookUpAt === undefined ? missing : moments.short(lastLookUpAt)
  const wasRead = effect.after !== undefined
  const isAnyGone = wasRead && parts.some(({ now }) => now === undefined)
  return (
    <Section title={t('detail.review.title')}>
      {parts.length > 0 ? (
        <table className={classes.figures}>
          <thead>
            <tr>
              <th scope="col">{t('detail.review.part')}</th>
              <th scope="col">{t('detail.review.before')}</th>
              <th scope="col">{t('detail.review.now', { time })}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <PartRow key={`${part.level} ${part.reference}`} part={part} wasRead={wasRead} />
            ))}
          </tbody>
        </table>
      ) : null}
      {fields.length > 0 ? (
        <FieldEvidence
          fields={fields}
          headings={{
            before: t('detail.review.before'),
            wanted: t('detail.review.wanted'),
            now: t('detail.review.now', { time }),
          }}
          wasRead={wasRead}
          currency={effect.currency ?? ''}
        />
      ) : null}
      {isAnyGone ? <p className={classes.note}>{t('detail.review.goneHint')}</p> : null}
      <p className={classes.note}>{t(couldDouble ? 'detail.review.double' : 'detail.review.noDouble')}</p>
    </Section>
  )
}

function PartRow({ part, wasRead }: { part: OperationPart; wasRead: boolean }) {
  const { t } = useTranslation('operations')
  const word = useStatusWord(part.level)
  const { level, reference = missing, name, before, now } = part
  const gone = t(wasRead ? 'detail.review.gone' : 'detail.review.unread')
  return (
    <tr data-changed={now !== before || undefined}>
      <th scope="row">{[name, t(`target.${level}`, { reference })].filter(Boolean).join(' · ')}</th>
      <td>{before === undefined ? missing : word(before)}</td>
      <td>{now === undefined ? gone : word(now)}</td>
    </tr>
  )
}

/** A status in words; the API's own where nobody told us about it (rules.md #55). */
function useStatusWord(level: OperationPart['level']): (status: string) => string {
  const { t, i18n } = useTranslation('order')
  return (status) => {
    const key = `words.${level}Status.${status}` as 'words.ticketStatus.CONFIRMED'
    return i18n.exists(`order:${key}`) ? t(key) : status
  }
}
