import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../../lib/shortcuts'

interface ContactSearchProps {
  readonly input: RefObject<HTMLInputElement | null>
  readonly typed: string
  readonly onSearch: (typed: string) => void
  /** The keyboard goes on to the rows. */
  readonly onLeave: () => void
  readonly enabled: boolean
}

/** Narrows what was read by what is typed; the API itself looks no contact up by name, address or number. */
export function ContactSearch({ input, typed, onSearch, onLeave, enabled }: ContactSearchProps) {
  const { t } = useTranslation('contacts')
  useShortcut('search', () => input.current?.select(), { enabled })
  return (
    <search>
      <TextInput
        ref={input}
        size="xs"
        w={220}
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        title={t('search.hint')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') {
            event.stopPropagation()
            onSearch('')
          }
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault()
            onLeave()
          }
        }}
      />
    </search>
  )
}
