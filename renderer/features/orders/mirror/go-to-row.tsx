import { Button, Popover, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import classes from '../filters/filters.module.css'
import { readRowNumber } from './read-row-number'

/** Goes to a row by its number, as far down as there are any. */
export function GoToRow({ total, onGoTo }: { total: number; onGoTo: (position: number) => void }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const wanted = useRef<number | undefined>(undefined)
  /** The field gives the keyboard up first. */
  const onGone = () => {
    if (wanted.current !== undefined) onGoTo(wanted.current)
    wanted.current = undefined
  }
  const [isWrong, setWrong] = useState(false)
  const write = (next: string) => {
    setText(next)
    setWrong(false)
  }
  const go = (event: FormEvent) => {
    event.preventDefault()
    const row = readRowNumber(text, total)
    if (row === undefined) return setWrong(true)
    wanted.current = row - 1
    setOpen(false)
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} onExitTransitionEnd={onGone} position="top-start" trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          fw={400}
          size="compact-xs"
          onClick={() => {
            write('')
            setOpen(!isOpen)
          }}
        >
          {t('goTo.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={classes.editor} onSubmit={go}>
          <TextInput
            label={t('goTo.label', { total: format.count(total) })}
            value={text}
            inputMode="numeric"
            data-autofocus
            error={isWrong ? <span role="alert">{t('goTo.wrong')}</span> : null}
            onChange={(event) => write(event.currentTarget.value)}
          />
          <Button type="submit">{t('goTo.go')}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
