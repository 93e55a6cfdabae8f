import { Button, TextInput } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noPlainEnter } from '../../../../lib/no-plain-enter'
import { useShortcut } from '../../../../lib/shortcuts'
import { useArmed } from '../../../../lib/use-armed'
import { useOnce } from '../../../../lib/use-once'
import { ErrorNotice } from '../../../../ui/error-notice'
import { Kbd } from '../../../../ui/kbd'
import classes from '../../privacy.module.css'

interface TypedConfirmProps {
  /** What the person types: how many are erased. */
  readonly count: number
  readonly label: string
  readonly act: string
  /** What will happen. */
  readonly children: ReactNode
  readonly mutation: UseMutationResult<unknown, Error, void, unknown>
}

/** Nothing brings back what is erased: the number is typed, whatever it is, and plain Enter does not reach the button. */
export function TypedConfirm({ count, label, act, children, mutation }: TypedConfirmProps) {
  const { t } = useTranslation('privacy')
  const describedBy = useId()
  const armed = useArmed()
  const [typed, setTyped] = useState('')
  const start = useOnce(mutation)
  const isTyped = typed.replace(/[\s.,]/g, '') === String(count)
  const ready = armed && isTyped && count > 0
  useShortcut('submitForm', start.run, { enabled: ready && !start.isRunning })
  return (
    <div className={classes.confirm}>
      <div id={describedBy}>{children}</div>
      <TextInput
        label={label}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        error={typed !== '' && !isPrefix(typed, count) ? t('erase.otherNumber') : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {start.error ? <ErrorNotice error={start.error} command /> : null}
      <div className={classes.footer}>
        <Button
          color="red.9"
          onClick={() => start.run()}
          onKeyDown={noPlainEnter}
          disabled={!ready}
          loading={start.isRunning}
          aria-describedby={describedBy}
          rightSection={<Kbd keys="Mod+Enter" decorative />}
        >
          {act}
        </Button>
      </div>
    </div>
  )
}

const isPrefix = (typed: string, count: number) => String(count).startsWith(typed.trim())
