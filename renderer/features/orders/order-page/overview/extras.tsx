import type { AnsweredQuestion, CustomFieldEntry } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../../ui/section'
import { Fact, Facts, keyed, useWords } from '../../../order-words'

/** Booking questions with their answers. */
export function QuestionsSection({ questions }: { questions: readonly AnsweredQuestion[] }) {
  const { t } = useTranslation('order')
  if (questions.length === 0) return null
  return (
    <Section title={t('checkout.title')}>
      <Facts>
        {keyed(questions).map(({ key, item: { title, answers } }) => {
          const texts = answers.map(({ text, kind }) =>
            kind ? t('checkout.forKind', { answer: text, kind }) : text,
          )
          const value = answers.map(({ text }) => text).join('\n')
          return (
            <Fact key={key} label={title ?? t('checkout.title')} value={value}>
              {texts.join(', ') || t('checkout.noAnswer')}
            </Fact>
          )
        })}
      </Facts>
    </Section>
  )
}

interface CustomSectionProps {
  readonly customFields: readonly CustomFieldEntry[]
  readonly flags: readonly CustomFieldEntry[]
}

/** What others have written on the order: custom fields and flags. */
export function CustomSection({ customFields, flags }: CustomSectionProps) {
  const { t } = useTranslation('order')
  const { field } = useWords()
  const entries = [
    ...customFields.map((entry) => ({ ...entry, fallback: field('order_custom_fields') })),
    ...flags.map((entry) => ({ ...entry, fallback: field('order_flags') })),
  ]
  if (entries.length === 0) return null
  return (
    <Section title={t('custom.title')}>
      <Facts>
        {keyed(entries).map(({ key, item: { name, value, fallback } }) => (
          <Fact key={key} label={name ?? fallback} value={value ?? ''} />
        ))}
      </Facts>
    </Section>
  )
}
