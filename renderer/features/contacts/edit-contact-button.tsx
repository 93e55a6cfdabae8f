import { Button } from '@mantine/core'
import type { ContactUid, OrderReference, ProfileId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EditContactDialog } from './edit-contact-dialog/edit-contact-dialog'

interface EditContactButtonProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  readonly contact: ContactUid
  /** What the contact is called; absent where nothing says. */
  readonly name: string | undefined
}

/** Opens the change of a known contact of an order. */
export function EditContactButton({ name, ...target }: EditContactButtonProps) {
  const { t } = useTranslation('contacts')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => setOpen(true)}
        {...(name === undefined ? {} : { 'aria-label': t('edit.openNamed', { name }) })}
      >
        {t('edit.open')}
      </Button>
      {open ? <EditContactDialog {...target} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
