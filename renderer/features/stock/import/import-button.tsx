import { ActionIcon, FileButton, Tooltip } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ImportDialog } from './import-dialog'
import type { ImportInto } from './import-into'

/** Takes numbers out of a file. What it comes to is shown first, and becomes edits that are not saved. */
export function ImportButton({ into, disabled }: { into: ImportInto; disabled: boolean }) {
  const { t } = useTranslation('stock')
  const [file, setFile] = useState<File | null>(null)
  const forget = useRef<() => void>(null)
  const close = () => {
    setFile(null)
    // The same file can be chosen again, as it may be another one by then.
    forget.current?.()
  }
  return (
    <>
      <FileButton resetRef={forget} accept=".csv,.tsv,.txt,.xlsx" onChange={setFile}>
        {(props) => (
          <Tooltip label={t('import.open')}>
            <ActionIcon {...props} aria-label={t('import.open')} disabled={disabled}>
              <IconFileImport size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </FileButton>
      {file ? <ImportDialog file={file} into={into} onClose={close} /> : null}
    </>
  )
}
