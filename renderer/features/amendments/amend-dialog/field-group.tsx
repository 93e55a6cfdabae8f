import { Button } from '@mantine/core'
import type { ContactUid } from '@shared/kernel/ids'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldGrid, isSeldomOfContact } from '../../field-form'
import { useWords } from '../../order-words'
import classes from './amend-dialog.module.css'
import type { DraftGroup } from './draft-entries'
import type { AmendDraft } from './use-amend-draft'

interface FieldGroupProps {
  readonly group: DraftGroup
  readonly draft: AmendDraft
  /** The person wants to go on: every problem shows. */
  readonly checked: boolean
  readonly onEditContact: (contact: ContactUid) => void
  /** Takes it off its list or lets it stay; absent for what is in no list. */
  readonly onToggle: (() => void) | undefined
}

/** The fields of one thing: the order, a contact, a question. */
export function FieldGroup({ group, draft, checked, onEditContact, onToggle }: FieldGroupProps) {
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
        <GroupFields group={group} draft={draft} checked={checked} onEditContact={onEditContact} />
      )}
    </fieldset>
  )
}

function GroupFields({ group, draft, checked, onEditContact }: Omit<FieldGroupProps, 'onToggle'>) {
  const { section, locked, uid, fields } = group
  if (locked) {
    return <KnownContact isFree={draft.isEmpty} onEdit={uid ? () => onEditContact(uid) : undefined} />
  }
  return (
    <FieldGrid
      fields={fields}
      draft={draft}
      checked={checked}
      {...(section === 'contact' ? { isSeldom: isSeldomOfContact } : {})}
    />
  )
}

/** A contact that is changed through itself (rules.md #191), and not beside something else: the order moves by it. */
function KnownContact({ isFree, onEdit }: { isFree: boolean; onEdit: (() => void) | undefined }) {
  const { t } = useTranslation('amendments')
  return (
    <>
      <p className={classes.quiet}>{t('amend.knownContact')}</p>
      {onEdit && isFree ? (
        <Button variant="default" size="compact-sm" onClick={onEdit}>
          {t('amend.changeContact')}
        </Button>
      ) : null}
      {onEdit && !isFree ? <p className={classes.quiet}>{t('amend.contactAfter')}</p> : null}
    </>
  )
}
