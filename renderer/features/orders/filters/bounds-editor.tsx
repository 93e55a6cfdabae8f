import { Button, TextInput } from '@mantine/core'
import { parseAmount } from '@shared/kernel/money'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './filters.module.css'

/** A lowest and a highest value as text; either may be open. */
export interface Bounds {
  readonly currency?: string | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
}

interface BoundsEditorProps {
  readonly value: Bounds | undefined
  /** Amounts have a currency, as those of different ones do not compare; days are whole. */
  readonly of: 'amount' | 'days'
  readonly onChange: (value: Bounds) => void
}

/** A range of amounts or of days, applied with Enter or the button. */
export function BoundsEditor({ value, of, onChange }: BoundsEditorProps) {
  const { t } = useTranslation('orders')
  const [currency, setCurrency] = useState(value?.currency ?? (of === 'amount' ? 'EUR' : ''))
  const [min, setMin] = useState(value?.min ?? '')
  const [max, setMax] = useState(value?.max ?? '')
  const [low, high] = [plain(min), plain(max)]
  const isWrong = (text: string) => (text !== '' && !isValue(text, of) ? t(`filters.wrong.${of}`) : undefined)
  const isBackwards = low !== '' && high !== '' && (parseAmount(low)?.gt(parseAmount(high) ?? 0) ?? false)
  const wrongCurrency = of === 'amount' && !/^[A-Z]{3}$/.test(currency)
  const isReady =
    (low !== '' || high !== '') && !isWrong(low) && !isWrong(high) && !isBackwards && !wrongCurrency
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady) return
        onChange({
          ...(of === 'amount' && { currency }),
          ...(low && { min: low }),
          ...(high && { max: high }),
        })
      }}
    >
      {of === 'amount' ? (
        <TextInput
          label={t('filters.currency')}
          value={currency}
          maxLength={3}
          spellCheck={false}
          error={wrongCurrency ? t('filters.wrong.currency') : undefined}
          onChange={(event) => setCurrency(event.currentTarget.value.trim().toUpperCase())}
        />
      ) : null}
      <TextInput
        label={t('filters.min')}
        value={min}
        inputMode="decimal"
        data-autofocus
        error={isWrong(low)}
        onChange={(event) => setMin(event.currentTarget.value)}
      />
      <TextInput
        label={t('filters.max')}
        value={max}
        inputMode="decimal"
        error={isWrong(high) ?? (isBackwards ? t('filters.wrong.order') : undefined)}
        onChange={(event) => setMax(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!isReady}>
        {t('filters.apply')}
      </Button>
    </form>
  )
}

/** A comma is a point to most who type one; there are no thousands in a filter. */
const plain = (text: string): string => text.trim().replace(',', '.')

const isValue = (text: string, of: BoundsEditorProps['of']): boolean =>
  of === 'days' ? /^\d{1,5}$/.test(text) : /^-?\d{1,12}(\.\d{1,4})?$/.test(text)
