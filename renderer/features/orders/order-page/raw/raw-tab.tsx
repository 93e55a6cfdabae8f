import { ActionIcon, Box, TextInput } from '@mantine/core'
import { prettyJson } from '@shared/kernel/pretty-json'
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../../../ui/copyable'
import { chunksOf, findMatches, type Matches } from './find-matches'
import classes from './raw.module.css'
import { useHighlights } from './use-highlights'

/** Lines that are laid out together. */
const linesPerChunk = 100

/** The order's JSON with every digit as received, laid out and searchable. Copying copies it as received. */
export function RawTab({ raw }: { raw: string }) {
  const { t } = useTranslation('order')
  const pretty = useMemo(() => prettyJson(raw), [raw])
  const chunks = useMemo(() => chunksOf(pretty, linesPerChunk), [pretty])
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text)
  const matches = useMemo(() => findMatches(pretty, wanted), [pretty, wanted])
  const [current, setCurrent] = useState(0)
  const place = useRef<HTMLDivElement>(null)
  useHighlights(place, { chunks, starts: matches.starts, length: wanted.length, current })

  const step = (by: number) => {
    const count = matches.starts.length
    if (count > 0) setCurrent((current + by + count) % count)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    step(event.shiftKey ? -1 : 1)
  }
  return (
    <div className={classes.tab}>
      <div className={classes.tools}>
        <TextInput
          aria-label={t('raw.search')}
          placeholder={t('raw.searchPlaceholder')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setCurrent(0)
          }}
          onKeyDown={onKeyDown}
        />
        <span role="status" className={classes.quiet}>
          <MatchCount text={wanted} matches={matches} current={current} />
        </span>
        <ActionIcon aria-label={t('raw.previous')} onClick={() => step(-1)}>
          <IconChevronUp size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t('raw.next')} onClick={() => step(1)}>
          <IconChevronDown size={16} />
        </ActionIcon>
        <span className={classes.copy}>
          <CopyButton value={raw} label={t('raw.copy')} />
        </span>
      </div>
      {/* Focusable, so that the keyboard can scroll it. */}
      <Box component="section" ref={place} className={classes.text} aria-label={t('raw.label')} tabIndex={0}>
        {chunks.map((chunk) => (
          <pre key={chunk.start} style={{ containIntrinsicBlockSize: `${chunk.lines * 18}px` }}>
            {chunk.text}
          </pre>
        ))}
      </Box>
    </div>
  )
}

function MatchCount({ text, matches, current }: { text: string; matches: Matches; current: number }) {
  const { t } = useTranslation('order')
  const count = matches.starts.length
  if (text === '') return null
  if (count === 0) return t('raw.noMatches')
  return t(matches.more ? 'raw.tooMany' : 'raw.matches', { current: current + 1, count })
}
