import type { Operation } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../ui/section'
import { ChangeList } from '../../order-words'

/** The fields that were to change, as they were seen and as they were wanted. */
export function AskedChanges({ operation: { changes = [], effect } }: { operation: Operation }) {
  const { t } = useTranslation('operations')
  if (changes.length === 0) return null
  return (
    <Section title={t('detail.changes')}>
      <ChangeList changes={changes} currency={effect.currency ?? ''} />
    </Section>
  )
}
