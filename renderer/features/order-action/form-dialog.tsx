import { Button, Group } from '@mantine/core'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { holdWindow } from '../../lib/hold-window'
import { Dialog } from '../../ui/dialog'

interface FormDialogProps {
  readonly title: string
  /** Something was written that is nowhere but here. */
  readonly isUnsaved: boolean
  readonly onClose: () => void
  /** @param leave goes on with something else, once the person lets go of what they wrote */
  readonly children: (leave: (then: () => void) => void) => ReactNode
}

/** The dialog of something that is written: it and its window are not left before what was written may be dropped. */
export function FormDialog({ title, isUnsaved, onClose, children }: FormDialogProps) {
  const { t } = useTranslation('operations')
  const holder = useId()
  const [next, setNext] = useState<{ readonly then: () => void }>()
  const leave = (then: () => void) => {
    if (isUnsaved) setNext({ then })
    else then()
  }
  useEffect(() => {
    holdWindow(holder, isUnsaved)
    // It was sent while the question stood there.
    if (!isUnsaved) setNext(undefined)
    return () => holdWindow(holder, false)
  }, [holder, isUnsaved])
  return (
    <>
      <Dialog
        onClose={() => leave(onClose)}
        title={title}
        size={760}
        closeOnClickOutside={false}
        // It is then that of the question alone.
        closeOnEscape={!next}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        {children(leave)}
      </Dialog>
      {next ? <DiscardDialog onDiscard={next.then} onKeep={() => setNext(undefined)} /> : null}
    </>
  )
}

function DiscardDialog({ onDiscard, onKeep }: { onDiscard: () => void; onKeep: () => void }) {
  const { t } = useTranslation('operations')
  return (
    <Dialog
      onClose={onKeep}
      title={t('action.discard.title')}
      size="sm"
      closeButtonProps={{ 'aria-label': t('action.discard.keep') }}
      // The keys that submit are not for the form below.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.stopPropagation()
      }}
    >
      <p>{t('action.discard.what')}</p>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" data-autofocus onClick={onKeep}>
          {t('action.discard.keep')}
        </Button>
        <Button color="red.9" onClick={onDiscard}>
          {t('action.discard.confirm')}
        </Button>
      </Group>
    </Dialog>
  )
}
