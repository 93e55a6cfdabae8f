import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './copyable.module.css'

/** How long the tick stays after copying, in milliseconds. */
const tickFor = 1500

interface CopyProps {
  /** What goes to the clipboard: the raw value, never the formatted one. */
  readonly value: string
  /** What it is, translated: "order reference". Makes the accessible name. */
  readonly label: string
}

/** Copies a raw value and says so. */
export function CopyButton({ value, label }: CopyProps) {
  const { t } = useTranslation('ui')
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')

  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), tickFor)
    return () => clearTimeout(timer)
  }, [state])

  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setState('copied'),
      () => setState('refused'),
    )

  const name = t('copy.action', { label })
  const words = { idle: name, copied: t('copy.done'), refused: t('copy.refused') }[state]
  return (
    <>
      <Tooltip label={words} {...(state === 'idle' ? {} : { opened: true })}>
        <ActionIcon size={20} aria-label={name} onClick={copy}>
          {state === 'copied' ? <IconCheck size={14} /> : <IconCopy size={14} />}
        </ActionIcon>
      </Tooltip>
      <span role="status" className={classes.spoken}>
        {state === 'idle' ? '' : words}
      </span>
    </>
  )
}

/** A value with its copy button, which shows on hover and on focus. References are set in the mono face. */
export function Copyable({
  value,
  label,
  mono,
  children,
}: CopyProps & { mono?: boolean; children?: ReactNode }) {
  return (
    <span className={classes.copyable}>
      {/* A name written from right to left must not turn what stands beside it. */}
      <bdi className={mono ? classes.mono : undefined}>{children ?? value}</bdi>
      <span className={classes.button}>
        <CopyButton value={value} label={label} />
      </span>
    </span>
  )
}
