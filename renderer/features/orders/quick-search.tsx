import { CloseButton, Menu, TextInput, UnstyledButton } from '@mantine/core'
import {
  kindOfParameter,
  type SearchKind,
  type SearchParameter,
  type SearchPlan,
  searchKinds,
} from '@shared/features/orders'
import { IconChevronDown, IconSearch } from '@tabler/icons-react'
import { type ChangeEvent, type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../lib/shortcuts'
import { Kbd } from '../../ui/kbd'
import classes from './quick-search.module.css'
import { enterRemembered, RememberedSearches } from './remembered/remembered-searches'

/** Milliseconds of quiet typing before the API is asked (fair use, rules.md #75). */
const quiet = 450
/** The same for the local copy, which answers between two keys of a person; those of a barcode reader come faster. */
const quietOfCopy = 20

interface QuickSearchProps {
  /** What is searched for now. */
  readonly typed: string
  readonly chosen: SearchKind | undefined
  readonly plan: SearchPlan | undefined
  readonly foundBy: SearchParameter | undefined
  /** The local copy is searched: as one types, and for any text in an order. */
  readonly inCopy: boolean
  readonly onSearch: (typed: string, chosen?: SearchKind) => void
  /** What was searched for lately, and forgetting one of it or all. */
  readonly remembered: {
    readonly searches: readonly string[]
    readonly forget: (text: string | undefined) => void
  }
  /** Down to the rows. */
  readonly onLeave: () => void
}

/** Finds an order from whatever the guest can give. Says what it took the text for, and lets the person say better. */
export function QuickSearch({
  typed,
  chosen,
  plan,
  foundBy,
  inCopy,
  remembered,
  onSearch,
  onLeave,
}: QuickSearchProps) {
  const { t } = useTranslation('orders')
  const [text, setText] = useState(typed)
  const input = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLElement>(null)
  // They open over the first rows, so they come when the box is gone to, and not when it is cleared.
  const [recalls, setRecalls] = useState(false)
  const isRecalling = recalls && text === '' && remembered.searches.length > 0
  useShortcut('search', () => input.current?.select())

  // Cleared or searched from elsewhere, such as the empty list or the palette. Never overwritten while a person types.
  useEffect(() => {
    if (typed === '' || document.activeElement !== input.current) setText(typed)
  }, [typed])

  const ask = useEffectEvent((wanted: string) => {
    if (wanted !== typed) onSearch(wanted)
  })
  useEffect(() => {
    const timer = setTimeout(() => ask(text), inCopy ? quietOfCopy : quiet)
    return () => clearTimeout(timer)
  }, [text, inCopy])

  /** Down to the rows of this, as soon as they are shown: Enter came before them. */
  const leavesFor = useRef<string>(undefined)
  const leave = useEffectEvent(onLeave)
  useEffect(() => {
    if (leavesFor.current === typed) leave()
    leavesFor.current = undefined
  }, [typed])

  const changedAt = useRef(Number.NEGATIVE_INFINITY)
  const onChange = ({ currentTarget, timeStamp }: ChangeEvent<HTMLInputElement>) => {
    setText(currentTarget.value)
    leavesFor.current = undefined
    setRecalls(false)
    // The first key of a burst, as all keys of a person are, is not kept waiting.
    if (inCopy && timeStamp - changedAt.current > quietOfCopy) onSearch(currentTarget.value)
    changedAt.current = timeStamp
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && text !== typed) {
      if (inCopy) leavesFor.current = text
      onSearch(text)
    } else if (event.key === 'ArrowDown' && isRecalling && enterRemembered(box.current)) {
      // The keyboard is there now.
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') onLeave()
    else if (event.key === 'Escape' && isRecalling) setRecalls(false)
    else if (event.key === 'Escape' && text) clear()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const clear = () => {
    setText('')
    onSearch('')
    input.current?.focus()
    setRecalls(false)
  }

  const kind = foundBy ? kindOfParameter[foundBy] : plan?.kinds[0]
  return (
    <search
      ref={box}
      className={classes.search}
      onBlur={({ relatedTarget }) => {
        if (!box.current?.contains(relatedTarget)) setRecalls(false)
      }}
    >
      <TextInput
        ref={input}
        className={classes.input}
        aria-label={t('search.label')}
        placeholder={t(inCopy ? 'mirror.search' : 'search.placeholder')}
        value={text}
        spellCheck={false}
        autoComplete="off"
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={
          text ? (
            <CloseButton size={20} iconSize={12} aria-label={t('search.clear')} onClick={clear} />
          ) : (
            <Kbd keys="/" />
          )
        }
        onFocus={() => setRecalls(true)}
        onClick={() => setRecalls(true)}
        onChange={onChange}
        onKeyDown={onKeyDown}
      />
      {isRecalling ? (
        <RememberedSearches
          searches={remembered.searches}
          onSearch={(wanted) => {
            input.current?.focus()
            setText(wanted)
            onSearch(wanted)
          }}
          onForget={remembered.forget}
          input={input}
          onClose={() => setRecalls(false)}
        />
      ) : null}
      {kind && plan && !inCopy ? (
        <Menu position="bottom-start">
          <Menu.Target>
            <UnstyledButton className={classes.kind} aria-label={t('search.change')}>
              {foundBy ? t('search.found', { kind: t(`search.kind.${kind}`) }) : t(`search.kind.${kind}`)}
              <IconChevronDown size={12} aria-hidden />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('search.as')}</Menu.Label>
            <Menu.Item aria-current={chosen === undefined || undefined} onClick={() => onSearch(text)}>
              {t('search.auto')}
            </Menu.Item>
            {searchKinds.map((other) => (
              <Menu.Item
                key={other}
                aria-current={chosen === other || undefined}
                onClick={() => onSearch(text, other)}
              >
                {t(`search.kind.${other}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </search>
  )
}
