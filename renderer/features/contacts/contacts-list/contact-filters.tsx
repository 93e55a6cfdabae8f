import { Button, Popover, Select, TextInput } from '@mantine/core'
import { contactTypes } from '@shared/features/amendments'
import type { ContactFilters } from '@shared/features/contacts'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../order-words'

interface ContactFiltersProps {
  readonly filters: ContactFilters
  readonly onChange: (filters: ContactFilters) => void
}

/** What the API can narrow contacts by: one role at a time, a reseller, a distributor (endpoints.md, 37). */
export function ContactFiltersBar({ filters, onChange }: ContactFiltersProps) {
  const { t } = useTranslation('contacts')
  const { word } = useWords()
  return (
    <>
      <Select
        size="xs"
        w={150}
        aria-label={t('filters.type')}
        title={t('filters.typeHint')}
        value={filters.type ?? 'CONTACT'}
        onChange={(type) => type && onChange({ ...filters, type })}
        data={contactTypes.map((type) => ({ value: type, label: word('contactType', type) }))}
        allowDeselect={false}
        searchable
      />
      <AccountFilter filters={filters} onChange={onChange} />
    </>
  )
}

function AccountFilter({ filters, onChange }: ContactFiltersProps) {
  const { t } = useTranslation('contacts')
  const [opened, setOpened] = useState(false)
  const set = [filters.resellerId, filters.distributorId].filter((id) => id !== undefined)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '').trim() || undefined
    onChange({ type: filters.type, resellerId: text('reseller'), distributorId: text('distributor') })
    setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus shadow="sm">
      <Popover.Target>
        <Button
          variant={set.length > 0 ? 'light' : 'default'}
          size="compact-xs"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {set.length > 0 ? t('filters.accountSet', { ids: set.join(', ') }) : t('filters.account')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <TextInput
            size="xs"
            name="reseller"
            label={t('filters.reseller')}
            defaultValue={filters.resellerId ?? ''}
            maxLength={128}
            autoComplete="off"
          />
          <TextInput
            size="xs"
            mt={6}
            name="distributor"
            label={t('filters.distributor')}
            defaultValue={filters.distributorId ?? ''}
            maxLength={128}
            autoComplete="off"
          />
          <Button type="submit" size="xs" mt={10} fullWidth>
            {t('filters.apply')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
