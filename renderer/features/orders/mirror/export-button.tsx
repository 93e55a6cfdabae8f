import { ActionIcon, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ExportDialog, type ExportDialogProps } from './export-dialog'
import { useExport } from './use-export'

type ExportButtonProps = Omit<ExportDialogProps, 'onExport' | 'onClose'>

/** Saves the list, or what is selected of it, as a file: all of it, whether it is in sight or not. */
export function ExportButton(props: ExportButtonProps) {
  const { t } = useTranslation('mirror')
  const [isOpen, setOpen] = useState(false)
  const save = useExport()
  const button = useRef<HTMLButtonElement>(null)
  const hasEnded = save.isSuccess || save.isError
  // While it saves, the button cannot have the keyboard.
  useEffect(() => {
    if (hasEnded && document.activeElement === document.body) button.current?.focus()
  }, [hasEnded])
  const isEmpty = (props.list.source?.total ?? 0) === 0
  return (
    <>
      <Tooltip label={t('export.open')}>
        <ActionIcon
          ref={button}
          aria-label={t('export.open')}
          loading={save.isPending}
          disabled={isEmpty}
          onClick={() => setOpen(true)}
        >
          <IconDownload size={16} />
        </ActionIcon>
      </Tooltip>
      {isOpen ? (
        <ExportDialog
          {...props}
          onExport={(wanted) => {
            setOpen(false)
            save.mutate(wanted)
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
