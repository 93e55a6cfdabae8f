import { Radio, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NoteFields } from '../../amendments'
import { useWords } from '../../order-words'
import { type ActionDraft, amendChoices, isAmendChoice } from './use-action-draft'

interface AmendFieldsProps {
  readonly draft: ActionDraft
  readonly onChange: (part: Partial<ActionDraft>) => void
}

/** The one thing that every order gets. */
export function AmendFields({ draft, onChange }: AmendFieldsProps) {
  const { t } = useTranslation('batches')
  const words = useWords()
  const { what, value, title, note } = draft
  const choice = what === undefined ? undefined : amendChoices[what]
  const data = Object.keys(amendChoices).map((name) => ({
    value: name,
    label: name === 'note' ? t('form.addNote') : words.field(name),
  }))
  return (
    <>
      <Select
        label={t('form.what')}
        placeholder={t('form.choose')}
        data={data}
        value={what ?? null}
        onChange={(next) => isAmendChoice(next) && onChange({ what: next, value: '' })}
      />
      {what === 'note' ? (
        <NoteFields note={note} compact onChange={(next) => onChange({ note: next })} />
      ) : null}
      {choice?.named ? (
        <TextInput
          label={t('form.title')}
          description={t('form.titleHint')}
          value={title}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
      ) : null}
      {choice?.kind === 'text' ? (
        <TextInput
          label={t('form.value')}
          maxLength={2000}
          value={value}
          onChange={(event) => onChange({ value: event.currentTarget.value })}
        />
      ) : null}
      {choice?.kind === 'switch' ? (
        <Radio.Group label={t('form.value')} value={value} onChange={(next) => onChange({ value: next })}>
          <Radio mt={10} value="true" label={t('form.on')} />
          <Radio mt={10} value="false" label={t('form.off')} />
        </Radio.Group>
      ) : null}
    </>
  )
}
