import { NumberInput, Select } from '@mantine/core'
import type { AmendableField, AmendableGroup, TicketTypeOption } from '@shared/features/amendments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import form from '../amend-dialog.module.css'
import type { AmendDraft } from '../use-amend-draft'
import classes from './bookings.module.css'

interface CountFieldsProps {
  readonly group: AmendableGroup
  readonly draft: AmendDraft
  readonly checked: boolean
  /** Kinds of tickets that the product has. */
  readonly types: readonly TicketTypeOption[]
}

/** How many tickets of each kind; kinds that the booking has none of can be added. */
export function CountFields({ group, draft, checked, types }: CountFieldsProps) {
  const { t } = useTranslation('amendments')
  const { booking = '', fields } = group
  const [added, setAdded] = useState<readonly TicketTypeOption[]>([])
  const own = fields.filter(({ kind }) => kind === 'count')
  const labelOf = (field: AmendableField) =>
    types.find(({ id }) => id === field.path[3])?.label ?? field.label ?? String(field.path[4])
  const counted = new Set(own.map(({ path }) => path[3]))
  const others = types.filter(({ id }) => !counted.has(id))
  const extra = others
    .map(({ id, kind }) => newCount(booking, id, kind))
    .filter((field) => added.some(({ id }) => id === field.path[3]) || draft.valueOf(field) !== '0')
  const left = others.filter(({ id }) => extra.every(({ path }) => path[3] !== id))
  return (
    <fieldset className={classes.travel}>
      <legend className={form.legend}>{t('amend.bookings.tickets')}</legend>
      <div className={classes.counts}>
        {[...own, ...extra].map((field) => (
          <CountInput
            key={String(field.path[3])}
            field={field}
            label={labelOf(field)}
            draft={draft}
            checked={checked}
          />
        ))}
        {left.length > 0 ? (
          <Select
            label={t('amend.bookings.addKind')}
            data={left.map(({ id, kind, label }) => ({ value: id, label: label ?? kind }))}
            value={null}
            onChange={(id) => {
              const type = left.find((one) => one.id === id)
              if (type) setAdded([...added, type])
            }}
          />
        ) : null}
      </div>
    </fieldset>
  )
}

interface CountInputProps {
  readonly field: AmendableField
  readonly label: string
  readonly draft: AmendDraft
  readonly checked: boolean
}

function CountInput({ field, label, draft, checked }: CountInputProps) {
  const { t } = useTranslation('amendments')
  const problem = checked ? draft.problemOf(field) : undefined
  return (
    <NumberInput
      label={label}
      description={t('amend.bookings.was', { count: Number(field.value) })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      min={0}
      max={9999}
      allowDecimal={false}
      allowNegative={false}
      value={String(draft.valueOf(field) ?? '')}
      error={problem ? t(`amend.problem.${problem}`) : undefined}
      onChange={(value) => draft.setValue(field, String(value))}
    />
  )
}

const newCount = (booking: string, id: string, kind: string): AmendableField => ({
  path: ['order_bookings', booking, 'product_type_details', id, kind],
  name: 'product_type_details',
  kind: 'count',
  required: true,
  value: '0',
  choices: [],
})
