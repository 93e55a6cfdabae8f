import { Button } from '@mantine/core'
import { type AmendableSection, entryLists } from '@shared/features/amendments'
import type { ContactUid } from '@shared/kernel/ids'
import { IconPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './amend-dialog.module.css'
import { ContactsNotice } from './contacts-notice'
import { type DraftGroup, sectionOf } from './draft-entries'
import { FieldGroup } from './field-group'
import type { AmendDraft } from './use-amend-draft'

interface EntrySectionProps {
  readonly section: AmendableSection
  readonly draft: AmendDraft
  readonly checked: boolean
  readonly onEditContact: (contact: ContactUid) => void
}

/** Groups of one section; entries of a list can be added to it and taken off. */
export function EntrySection({ section, draft, checked, onEditContact }: EntrySectionProps) {
  const { t } = useTranslation('amendments')
  const adding = useRef<HTMLButtonElement>(null)
  const list = entryLists.find((one) => sectionOf[one] === section)
  const toggle = (group: DraftGroup) => {
    draft.toggleRemoved(group)
    // What was being added is gone, with the button that was pressed.
    if (group.newcomer) adding.current?.focus()
  }
  return (
    <>
      {draft.groups
        .filter((group) => group.section === section)
        .map((group) => (
          <FieldGroup
            key={group.key}
            group={group}
            draft={draft}
            checked={checked}
            onEditContact={onEditContact}
            onToggle={group.entry || group.newcomer ? () => toggle(group) : undefined}
          />
        ))}
      {section === 'contact' ? <ContactsNotice draft={draft} /> : null}
      {list ? (
        <Button
          ref={adding}
          variant="subtle"
          size="compact-sm"
          className={classes.add}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => draft.addEntry(list)}
        >
          {t(`amend.entries.add.${list}`)}
        </Button>
      ) : null}
    </>
  )
}
