import { Button } from '@mantine/core'
import type { AmendableField } from '@shared/features/amendments'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../order-words'
import classes from './amend-dialog.module.css'
import type { DraftGroup } from './draft-entries'
import { FieldInput } from './field-input'
import type { AmendDraft } from './use-amend-draft'

interface FieldGroupProps {
  readonly group: DraftGroup
  readonly draft: AmendDraft
  /** The person wants to go on: every problem shows. */
  readonly checked: boolean
  /** Takes it off its list or lets it stay; absent for what is in no list. */
  readonly onToggle: (() => void) | undefined
}

/** Of a contact, what is often asked for. */
const often: readonly string[] = [
  'contact_type',
  'contact_name_first',
  'contact_name_last',
  'contact_email',
  'contact_phone',
  'contact_mobile',
  'contact_language',
]

/** The fields of one thing: the order, a contact, a question. */
export function FieldGroup({ group, draft, checked, onToggle }: FieldGroupProps) {
  const { t } = useTranslation('amendments')
  const { word } = useWords()
  const { section, title, type, newcomer } = group
  const removed = draft.isRemoved(group)
  const fieldset = useRef<HTMLFieldSetElement>(null)
  const isNew = newcomer !== undefined
  useEffect(() => {
    if (isNew) fieldset.current?.querySelector<HTMLElement>('input')?.focus()
  }, [isNew])
  const heading = [
    newcomer ? t(`amend.entries.new.${newcomer.list}`) : t(`amend.section.${section}`),
    title,
    type && word('contactType', type),
  ]
  return (
    <fieldset
      ref={fieldset}
      className={classes.group}
      data-entry={onToggle && true}
      data-removed={removed || undefined}
    >
      <legend className={classes.legend}>
        <bdi>{heading.filter(Boolean).join(' · ')}</bdi>
      </legend>
      {onToggle ? (
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes.toggle}
          onClick={onToggle}
          aria-label={t(removed ? 'amend.entries.keepNamed' : 'amend.entries.removeNamed', {
            name: heading.filter(Boolean).join(' '),
          })}
        >
          {t(removed ? 'amend.entries.keep' : 'amend.entries.remove')}
        </Button>
      ) : null}
      {removed ? (
        <p className={classes.warning}>{t('amend.entries.isRemoved')}</p>
      ) : (
        <GroupFields group={group} draft={draft} checked={checked} />
      )}
    </fieldset>
  )
}

function GroupFields({ group, draft, checked }: Omit<FieldGroupProps, 'onToggle'>) {
  const { t } = useTranslation('amendments')
  const { section, locked, fields } = group
  const isSeldom = ({ name }: AmendableField) => section === 'contact' && !often.includes(name)
  const inputs = (some: readonly AmendableField[]) => (
    <div className={classes.fields}>
      {some.map((field) => (
        <FieldInput key={JSON.stringify(field.path)} field={field} draft={draft} checked={checked} />
      ))}
    </div>
  )
  if (locked) return <p className={classes.quiet}>{t('amend.knownContact')}</p>
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
