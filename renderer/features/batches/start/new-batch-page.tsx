import { Button, FileButton, Radio, Textarea } from '@mantine/core'
import { type ListedKind, maxLines } from '@shared/features/batches'
import { IconFile } from '@tabler/icons-react'
import { type DragEvent, type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { useShortcut } from '../../../lib/shortcuts'
import { useWindowTitle } from '../../../lib/window-title'
import { ErrorNotice } from '../../../ui/error-notice'
import { Kbd } from '../../../ui/kbd'
import { ScreenTitle } from '../../../ui/screen'
import { useActiveProfile } from '../../profiles'
import classes from '../batches.module.css'
import { batchKindsFor } from '../kinds-for'
import { ColumnChoice } from './column-choice'
import { ListStatus } from './list-status'
import { useBeginPlan } from './use-begin-plan'
import { useReferenceList } from './use-reference-list'

/** A list of references becomes a batch: what is to be done, and with what. Looking them up is all that it leads to. */
export function NewBatchPage() {
  const { t } = useTranslation('batches')
  const format = useFormat()
  const { profile } = useActiveProfile()
  const [kind, setKind] = useState<ListedKind>()
  const list = useReferenceList()
  const kinds = batchKindsFor(profile)
  const { references } = list
  const { beginPlan, running, error } = useBeginPlan(profile.id)
  const ready = kind !== undefined && references.length > 0 && references.length <= maxLines
  useWindowTitle(t('start.title'))
  const begin = () => {
    if (ready) beginPlan(kind, async () => references)
  }
  useShortcut('submitForm', begin, { enabled: ready })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    begin()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const [file] = event.dataTransfer.files
    if (file) void list.take(file)
  }
  const words = { count: references.length, number: format.count(references.length) }
  return (
    <form
      className={classes.start}
      onSubmit={submit}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <ScreenTitle>{t('start.title')}</ScreenTitle>
      {profile.readOnly ? <p role="note">{t('list.readOnly')}</p> : null}
      <Radio.Group
        label={t('start.kind')}
        value={kind ?? ''}
        onChange={(next) => setKind(kinds.find((one) => one === next))}
      >
        {kinds.map((one) => (
          <Radio key={one} mt={10} value={one} label={t(`kind.${one}`)} />
        ))}
      </Radio.Group>
      <Textarea
        label={t('start.references')}
        description={t('start.hint', { limit: format.count(maxLines) })}
        rows={10}
        spellCheck={false}
        classNames={{ input: classes.mono ?? '' }}
        value={list.text}
        onChange={(event) => list.setText(event.currentTarget.value)}
      />
      <div className={classes.file}>
        <FileButton onChange={(file) => file && void list.take(file)}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconFile size={16} aria-hidden />}>
              {t('start.file')}
            </Button>
          )}
        </FileButton>
        <span className={classes.quiet}>{t('start.fileHint')}</span>
      </div>
      <ListStatus list={list} />
      <ColumnChoice list={list} />
      {error ? <ErrorNotice error={error} /> : null}
      <div className={classes.footer}>
        <Button
          type="submit"
          disabled={!ready}
          loading={running !== undefined}
          rightSection={<Kbd keys="Mod+Enter" decorative />}
        >
          {t('start.lookUp', words)}
        </Button>
      </div>
      <p className={classes.quiet}>{t('panel.nothingSent')}</p>
    </form>
  )
}
