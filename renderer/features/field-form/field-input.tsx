import { Select, Switch, TextInput } from '@mantine/core'
import type { AmendableField } from '@shared/features/amendments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords, type WordList } from '../order-words'
import type { FieldDraft } from './field-draft'
import classes from './field-form.module.css'

interface FieldInputProps {
  readonly field: AmendableField
  readonly draft: FieldDraft
  readonly checked: boolean
}

/** One field, checked when it is left. */
export function FieldInput({ field, draft, checked }: FieldInputProps) {
  const { t, i18n } = useTranslation('amendments')
  const words = useWords()
  const [left, setLeft] = useState(false)
  const { name, kind, required, choices } = field
  const value = draft.valueOf(field)
  const problem = left || checked ? draft.problemOf(field) : undefined
  const advice = left || checked ? draft.adviceOf?.(field) : undefined
  const shared = {
    label: words.field(name),
    required,
    error: problem ? t(`amend.problem.${problem}`) : undefined,
    onBlur: () => setLeft(true),
  }
  if (kind === 'switch') {
    return (
      <Switch
        label={words.field(name)}
        checked={value === true}
        onChange={(event) => draft.setValue(field, event.currentTarget.checked)}
      />
    )
  }
  const text = String(value ?? '')
  if (kind === 'choice') {
    // An answer that is not on offer any more can still be kept.
    const offered = choices.includes(text) || text === '' ? choices : [text, ...choices]
    const list = Object.hasOwn(wordLists, name) ? wordLists[name] : undefined
    return (
      <Select
        {...shared}
        data={offered.map((one) => ({ value: one, label: list ? words.word(list, one) : one }))}
        value={text || null}
        clearable={!required}
        onChange={(chosen) => draft.setValue(field, chosen)}
      />
    )
  }
  return (
    <TextInput
      {...shared}
      {...(name === 'order_external_reference' ? { 'data-begin': 'fields' } : {})}
      description={advice ?? (kind === 'language' ? languageName(text, i18n.language) : undefined)}
      {...(advice && { classNames: { description: classes.advice ?? '' } })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      type={kind === 'date' ? 'date' : 'text'}
      inputMode={kind === 'email' ? 'email' : kind === 'phone' ? 'tel' : undefined}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(event) => draft.setValue(field, event.currentTarget.value)}
    />
  )
}

/** Choices that are values of the API, with words of their own. */
const wordLists: Readonly<Record<string, WordList>> = {
  contact_type: 'contactType',
  contact_gender: 'gender',
  contact_classification: 'classification',
}

/** "Dutch" for "nl"; nothing for what is no language. */
function languageName(code: string, language: string): string | undefined {
  if (!/^[a-z]{2}$/i.test(code)) return undefined
  return new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }).of(code.toLowerCase())
}
