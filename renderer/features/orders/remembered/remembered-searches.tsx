import { Button, CloseButton, UnstyledButton } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './remembered-searches.module.css'

interface RememberedSearchesProps {
  readonly searches: readonly string[]
  readonly onSearch: (text: string) => void
  /** One of them, or all. */
  readonly onForget: (text: string | undefined) => void
  readonly input: RefObject<HTMLInputElement | null>
  readonly onClose: () => void
}

/** Moves the keyboard to the first of the remembered searches below a search box; false when they are not there. */
export function enterRemembered(box: HTMLElement | null): boolean {
  const first = box?.querySelector<HTMLElement>('[data-remembered]')
  first?.focus()
  return first !== null && first !== undefined
}

/** What was searched for lately, below the empty search box. Arrows move through it, Delete forgets one. */
export function RememberedSearches({
  searches,
  onSearch,
  onForget,
  input,
  onClose,
}: RememberedSearchesProps) {
  const { t } = useTranslation('orders')
  const list = useRef<HTMLUListElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-remembered]') ?? [])]
    const at = rows.findIndex((row) => row.parentElement?.contains(document.activeElement))
    if (event.key === 'ArrowDown') (rows[at + 1] ?? rows[at])?.focus()
    else if (event.key === 'ArrowUp') (rows[at - 1] ?? input.current)?.focus()
    else if (event.key === 'Delete' && searches[at] !== undefined) forget(searches[at])
    else if (event.key === 'Escape') {
      input.current?.focus()
      onClose()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const forget = (text: string | undefined) => {
    // The row with the focus goes; the box stays.
    input.current?.focus()
    onForget(text)
  }
  return (
    <section className={classes.panel} aria-label={t('remembered.label')} onKeyDown={onKeyDown}>
      <ul ref={list} className={classes.list}>
        {searches.map((text) => (
          <li key={text} className={classes.row}>
            <UnstyledButton data-remembered className={classes.search} onClick={() => onSearch(text)}>
              <IconHistory size={14} aria-hidden />
              <span className={classes.text}>{text}</span>
            </UnstyledButton>
            <CloseButton
              size={24}
              iconSize={12}
              aria-label={t('remembered.forget', { text })}
              onClick={() => forget(text)}
            />
          </li>
        ))}
      </ul>
      <Button variant="subtle" color="gray" fw={400} size="compact-sm" onClick={() => forget(undefined)}>
        {t('remembered.forgetAll')}
      </Button>
    </section>
  )
}
