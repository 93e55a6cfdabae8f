import type { NoteEntry } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../ui/copyable'
import { isolated } from './isolated'
import { keyed } from './keyed'
import classes from './notes.module.css'
import { RecordedTime } from './recorded-time'
import { useWords } from './words'

/** Notes with who wrote them and who may read them. */
export function Notes({ notes }: { notes: readonly NoteEntry[] }) {
  const { t } = useTranslation('order')
  const { word, field } = useWords()
  return (
    <ul className={classes.notes}>
      {keyed(notes).map(({ key, item: { text, created, by, role, recipients } }) => (
        <li key={key}>
          <div className={classes.text}>
            <bdi>{text}</bdi> <CopyButton value={text} label={field('note_value')} />
          </div>
          <div className={classes.about}>
            {by ? `${isolated(word('account', by))} · ` : null}
            {role ? `${isolated(role)} · ` : null}
            {created ? <RecordedTime at={created} /> : null}
            {recipients.length > 0 ? (
              <> · {t('notes.readers', { who: recipients.map((one) => word('account', one)).join(', ') })}</>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  )
}
