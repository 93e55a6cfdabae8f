import { Anchor } from '@mantine/core'
import {
  type ErasedContact,
  type ErasedOrder,
  groupedUnread,
  type LeftField,
  type Unread,
} from '@shared/features/privacy'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useMoments } from '../../../operations'
import { orderPath, useWords } from '../../../order-words'
import classes from '../../privacy.module.css'
import { LineChip } from '../../request-chip'
import { useCodeWords } from '../use-code-words'
import { groupedLeft, type Kind } from '../whom-to-ask'

type Line = Omit<ErasedOrder | ErasedContact, 'reference' | 'uid'> & {
  readonly key: string
  readonly kind: Kind
}

interface ErasedLinesProps {
  readonly title: string
  readonly lines: readonly Line[]
  /** Nothing is verified again: the request has ended, or what was held is known no more. */
  readonly isProof: boolean
}

/** What became of each order or contact; what still holds something is named, with what helps. */
export function ErasedLines({ title, lines, isProof }: ErasedLinesProps) {
  const { t } = useTranslation('privacy')
  const moments = useMoments()
  const words = useWhy()
  if (lines.length === 0) return null
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t(lines[0]?.kind === 'contact' ? 'found.contact' : 'found.order')}</th>
            <th scope="col">{t('line.head')}</th>
            <th scope="col">{t('line.fields')}</th>
            <th scope="col">{t('line.readAt')}</th>
            <th scope="col">{t('line.left')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <td>
                <Anchor component={Link} href={pathOf(line)} className={classes.mono}>
                  {line.key}
                </Anchor>
              </td>
              <td>
                <LineChip state={line.state} />
                {line.why === undefined ? null : <div className={classes.quiet}>{words(line.why)}</div>}
                {line.operation === undefined ? null : (
                  <div>
                    <Anchor component={Link} href={`/operations/${line.operation}`} size="xs">
                      {t('line.operation')}
                    </Anchor>
                  </div>
                )}
              </td>
              <td>{line.fields.length === 0 ? '–' : t('line.fieldCount', { count: line.fields.length })}</td>
              <td>{line.readAt === undefined ? '–' : moments.short(line.readAt)}</td>
              <td>
                <LeftFields kind={line.kind} left={line.left} unread={line.unread} isProof={isProof} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const pathOf = ({ kind, key }: Line) =>
  kind === 'order' ? orderPath(key) : `/contacts/${encodeURIComponent(key)}`

interface LeftFieldsProps {
  readonly kind: Kind
  readonly left: readonly LeftField[]
  readonly unread?: readonly Unread[] | undefined
  /** Nothing is verified again. */
  readonly isProof?: boolean
}

/** Fields that still hold something, by name, in which version, and whom to ask; and what nobody saw. Never their values. */
export function LeftFields({ kind, left, unread = [], isProof = false }: LeftFieldsProps) {
  const { t } = useTranslation('privacy')
  const { field } = useWords()
  if (left.length + unread.length === 0) return null
  return (
    <ul className={classes.reasons}>
      {groupedLeft(kind, left).map(({ key, version, remedy, fields, pointers }) => (
        <li key={key} title={pointers.join('\n')}>
          <strong>{fields.map(field).join(', ')}</strong>{' '}
          {version === undefined ? null : `${t('left.version', { version })} `}
          <span className={classes.quiet}>{t(`left.remedy.${remedy}`)}</span>
        </li>
      ))}
      {groupedUnread(unread).map(({ what, before, versions }) => (
        <li key={`${what} ${before}`}>
          <strong>
            {t(`left.unread.what.${what}`, { count: versions.length, versions: versions.join(', ') })}
          </strong>{' '}
          <span className={classes.quiet}>
            {t(
              `left.unread.say.${before ? 'before' : isProof || what === 'versions-to' ? 'proof' : 'after'}`,
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

const known = ['NEEDS_REVIEW', 'NOT_VERIFIED', 'PURGED'] as const

/** Why it is not known what became of a line, or what an error is called. */
function useWhy(): (code: string) => string {
  const { t } = useTranslation('privacy')
  const words = useCodeWords()
  return (code) => {
    const own = known.find((one) => one === code)
    return own ? t(`line.why.${own}`) : words(code)
  }
}
