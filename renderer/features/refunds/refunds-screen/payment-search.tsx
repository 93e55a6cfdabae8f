import { TextInput } from '@mantine/core'
import { paymentKeysFor } from '@shared/features/refunds'
import { IconSearch } from '@tabler/icons-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './refunds-screen.module.css'

/** Looks a payment up by what names it: an order, a payment, the provider's reference or our own. */
export function PaymentSearch({ onSearch }: { readonly onSearch: (text: string) => void }) {
  const { t } = useTranslation('refunds')
  const hint = useId()
  const [typed, setTyped] = useState('')
  const [submitted, setSubmitted] = useState(false)
  const tooShort = typed.trim() !== '' && paymentKeysFor(typed).length === 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSubmitted(true)
    if (!tooShort) onSearch(typed.trim())
  }
  return (
    <search className={classes.search}>
      <form onSubmit={submit}>
        <TextInput
          size="xs"
          w={280}
          aria-label={t('search.label')}
          placeholder={t('search.label')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={typed}
          error={submitted && tooShort}
          aria-describedby={submitted && tooShort ? hint : undefined}
          onChange={(event) => {
            setSubmitted(false)
            setTyped(event.currentTarget.value)
            if (event.currentTarget.value === '') onSearch('')
          }}
        />
      </form>
      {submitted && tooShort ? (
        <span id={hint} role="status" className={classes.tooShort}>
          {t('search.tooShort')}
        </span>
      ) : null}
    </search>
  )
}
