import { Button, Popover, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import classes from '../filters/filters.module.css'

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
  const row = Number(text.replace(/[^\d]/g, ''))
  const isRow = row >= 1 && row <= total
  const go = (event: FormEvent) => {
    event.preventDefault()
    if (!isRow) return
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
            setText('')
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
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" disabled={!isRow}>
            {t('goTo.go')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
