import { Checkbox, Group, Textarea } from '@mantine/core'
import type { NewNote } from '@shared/features/amendments'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../order-words'
import classes from './amend-dialog.module.css'

/** Account levels that a distributor writes to (`AccountType`). */
const readers = ['DISTRIBUTOR', 'RESELLER', 'SUPPLIER', 'GUEST'] as const

interface NoteFieldsProps {
  readonly note: NewNote
  /** Among other fields: one line, and its readers once something is written. */
  readonly compact?: boolean
  readonly onChange: (note: NewNote) => void
}

/** A note to add, and who may read it. */
export function NoteFields({ note, compact = false, onChange }: NoteFieldsProps) {
  const { t } = useTranslation('amendments')
  const { word } = useWords()
  return (
    <fieldset className={compact ? classes.plain : classes.group}>
      {compact ? null : <legend className={classes.legend}>{t('amend.note.title')}</legend>}
      <Textarea
        label={t(compact ? 'amend.note.ofBooking' : 'amend.note.text')}
        data-begin={compact ? undefined : 'note'}
        autosize
        minRows={compact ? 1 : 2}
        maxRows={8}
        maxLength={2000}
        value={note.text}
        onChange={(event) => onChange({ ...note, text: event.currentTarget.value })}
      />
      {compact && note.text.trim() === '' ? null : (
        <Checkbox.Group
          label={t('amend.note.readers')}
          description={note.recipients.length === 0 ? t('amend.note.nobody') : undefined}
          value={[...note.recipients]}
          onChange={(recipients) => onChange({ ...note, recipients })}
          mt={10}
        >
          <Group gap={16} mt={6}>
            {readers.map((reader) => (
              <Checkbox key={reader} value={reader} label={word('account', reader)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
    </fieldset>
  )
}
