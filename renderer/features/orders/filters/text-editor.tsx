import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './filters.module.css'

interface TextEditorProps {
  readonly label: string
  readonly description?: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One line of text, applied with Enter or the button; empty takes the filter away. */
export function TextEditor({ label, description, value, onChange }: TextEditorProps) {
  const { t } = useTranslation('orders')
  const [text, setText] = useState(value)
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault()
        onChange(text.trim())
      }}
    >
      <TextInput
        label={label}
        description={description}
        value={text}
        data-autofocus
        spellCheck={false}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit">{t('filters.apply')}</Button>
    </form>
  )
}
