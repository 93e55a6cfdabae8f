import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './palette.module.css'
import { paletteGroups } from './palette-items'
import { PaletteOptions } from './palette-options'
import { usePaletteItems } from './use-palette-items'

interface PaletteProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Everything that can be done from here, found by typing. */
export function Palette({ opened, onClose }: PaletteProps) {
  const { t } = useTranslation('shell')
  return (
    <Modal.Root opened={opened} onClose={onClose} size={560} yOffset="12vh" padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.label')}>
        <PaletteSearch onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  )
}

/** A combobox after the ARIA pattern: the focus stays in the field, the arrows move through the list. */
function PaletteSearch({ onClose }: Pick<PaletteProps, 'onClose'>) {
  const { t } = useTranslation('shell')
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [place, setPlace] = useState(0)
  const found = usePaletteItems(typed)
  const items = paletteGroups.flatMap((group) => found.filter((item) => item.group === group))
  const current = items[Math.min(place, items.length - 1)]

  const choose = (id: string | undefined) => {
    const item = items.find((other) => other.id === id)
    if (!item) return
    onClose()
    item.run()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: place + 1,
      ArrowUp: place - 1,
      PageDown: Math.min(place + 8, items.length - 1),
      PageUp: Math.max(place - 8, 0),
    }
    const next = moves[event.key]
    if (next !== undefined && items.length > 0) setPlace((next + items.length) % items.length)
    else if (event.key === 'Enter') choose(current?.id)
    else return
    event.preventDefault()
  }

  return (
    <>
      <label className={classes.field}>
        <IconSearch size={16} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
          aria-autocomplete="list"
          aria-label={t('palette.label')}
          autoComplete="off"
          spellCheck={false}
          className={classes.input}
          placeholder={t('palette.placeholder')}
          value={typed}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setPlace(0)
          }}
        />
      </label>
      <PaletteOptions
        listId={listId}
        items={items}
        current={current?.id}
        onPoint={(id) => setPlace(items.findIndex((item) => item.id === id))}
        onChoose={choose}
      />
    </>
  )
}
