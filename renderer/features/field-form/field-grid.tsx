import type { AmendableField } from '@shared/features/amendments'
import { useTranslation } from 'react-i18next'
import type { FieldDraft } from './field-draft'
import classes from './field-form.module.css'
import { FieldInput } from './field-input'

interface FieldGridProps {
  readonly fields: readonly AmendableField[]
  readonly draft: FieldDraft
  /** The person wants to go on: every problem shows. */
  readonly checked: boolean
  /** What is seldom asked for comes folded. Left out: nothing is. */
  readonly isSeldom?: (field: AmendableField) => boolean
}

/** Fields beside each other, as many as there is room for. */
export function FieldGrid({ fields, draft, checked, isSeldom = () => false }: FieldGridProps) {
  const { t } = useTranslation('amendments')
  const inputs = (some: readonly AmendableField[]) => (
    <div className={classes.fields}>
      {some.map((field) => (
        <FieldInput key={JSON.stringify(field.path)} field={field} draft={draft} checked={checked} />
      ))}
    </div>
  )
  const rare = fields.filter(isSeldom)
  return (
    <>
      {inputs(fields.filter((field) => !isSeldom(field)))}
      {rare.length > 0 ? (
        <details className={classes.more}>
          <summary>{t('amend.more')}</summary>
          {inputs(rare)}
        </details>
      ) : null}
    </>
  )
}

const often: readonly string[] = [
  'contact_type',
  'contact_name_first',
  'contact_name_last',
  'contact_email',
  'contact_phone',
  'contact_mobile',
  'contact_language',
]

/** Of a contact, what is seldom asked for. */
export const isSeldomOfContact = ({ name }: AmendableField): boolean => !often.includes(name)

/** Moves to the first field that does not pass, which may be folded away. */
export function focusFirstProblem(form: HTMLElement | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  field?.closest('details')?.setAttribute('open', '')
  field?.focus()
}
