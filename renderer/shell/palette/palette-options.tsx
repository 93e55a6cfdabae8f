import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../../ui/kbd'
import classes from './palette.module.css'
import { type PaletteItem, paletteGroups } from './palette-items'

interface OptionsProps {
  readonly listId: string
  readonly items: readonly PaletteItem[]
  /** Id of the item that Enter would run. */
  readonly current: string | undefined
  readonly onPoint: (id: string) => void
  readonly onChoose: (id: string) => void
}

/** The list below the palette's field, in groups. The mouse points and chooses as the keyboard does. */
export function PaletteOptions({ items, listId, ...choice }: OptionsProps) {
  const { t } = useTranslation('shell')
  return (
    <div id={listId} role="listbox" aria-label={t('palette.label')} className={classes.options}>
      {paletteGroups.map((group) => (
        <PaletteGroup
          key={group}
          label={t(`palette.groups.${group}`)}
          listId={listId}
          items={items.filter((item) => item.group === group)}
          {...choice}
        />
      ))}
      {items.length === 0 ? <p className={classes.nothing}>{t('palette.nothing')}</p> : null}
    </div>
  )
}

function PaletteGroup({
  label,
  listId,
  items,
  current,
  onPoint,
  onChoose,
}: OptionsProps & { label: string }) {
  if (items.length === 0) return null
  return (
    <fieldset aria-label={label} className={classes.items}>
      <div className={classes.group} aria-hidden>
        {label}
      </div>
      {items.map((item) => (
        <Option
          key={item.id}
          id={`${listId}-${item.id}`}
          item={item}
          selected={item.id === current}
          onPoint={() => onPoint(item.id)}
          onChoose={() => onChoose(item.id)}
        />
      ))}
    </fieldset>
  )
}

interface OptionProps {
  readonly id: string
  readonly item: PaletteItem
  readonly selected: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

function Option({ id, item, selected, onPoint, onChoose }: OptionProps) {
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (selected) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    <button
      ref={ref}
      id={id}
      type="button"
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={classes.option}
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={classes.label}>{item.label}</span>
      {item.keys ? <Kbd keys={item.keys} /> : null}
    </button>
  )
}
