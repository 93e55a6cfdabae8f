import type { AmendableField, AmendableGroup } from '@shared/features/amendments'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../order-words'
import classes from './amend-dialog.module.css'
import { FieldInput } from './field-input'
import type { AmendDraft } from './use-amend-draft'

interface FieldGroupProps {
  readonly group: AmendableGroup
  readonly draft: AmendDraft
  /** The person wants to go on: every problem shows. */
  readonly checked: boolean
}

/** Of a contact, what is seldom asked for. */
const seldom: readonly string[] = [
  'contact_title',
  'contact_nationality',
  'contact_birth_date',
  'contact_passport',
  'contact_flight_number',
  'contact_room_number',
]

/** The fields of one thing: the order, a contact, a question. */
export function FieldGroup({ group, draft, checked }: FieldGroupProps) {
  const { t } = useTranslation('amendments')
  const { word } = useWords()
  const { section, title, type, locked, fields } = group
  const heading = [t(`amend.section.${section}`), title, type && word('contactType', type)]
  const inputs = (some: readonly AmendableField[]) => (
    <div className={classes.fields}>
      {some.map((field) => (
        <FieldInput key={JSON.stringify(field.path)} field={field} draft={draft} checked={checked} />
      ))}
    </div>
  )
  const rare = fields.filter(({ name }) => seldom.includes(name))
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        <bdi>{heading.filter(Boolean).join(' · ')}</bdi>
      </legend>
      {locked ? (
        <p className={classes.quiet}>{t('amend.knownContact')}</p>
      ) : (
        <>
          {inputs(fields.filter(({ name }) => !seldom.includes(name)))}
          {rare.length > 0 ? (
            <details className={classes.more}>
              <summary>{t('amend.more')}</summary>
              {inputs(rare)}
            </details>
          ) : null}
        </>
      )}
    </fieldset>
  )
}
