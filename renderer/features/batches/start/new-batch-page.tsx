import { Button, Radio, Textarea } from '@mantine/core'
import { type BatchKind, batchKinds, maxLines, readReferences } from '@shared/features/batches'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { useShortcut } from '../../../lib/shortcuts'
import { ErrorNotice } from '../../../ui/error-notice'
import { Kbd } from '../../../ui/kbd'
import { useActiveProfile } from '../../profiles'
import classes from '../batches.module.css'
import { useBeginPlan } from './use-begin-plan'

/** A list of references becomes a batch: what is to be done, and with what. */
export function NewBatchPage() {
  const { t } = useTranslation('batches')
  const format = useFormat()
  const { profile } = useActiveProfile()
  const [kind, setKind] = useState<BatchKind>()
  const [text, setText] = useState('')
  const references = useMemo(() => readReferences(text), [text])
  const begin = useBeginPlan(profile.id, kind ?? 'cancel', references)
  const ready = kind !== undefined && references.length > 0 && !begin.tooMany && !profile.readOnly
  useShortcut('submitForm', begin.run, { enabled: ready })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) begin.run()
  }
  return (
    <form className={classes.start} onSubmit={submit}>
      <h1 className={classes.title}>{t('start.title')}</h1>
      <Radio.Group
        label={t('start.kind')}
        value={kind ?? ''}
        onChange={(next) => setKind(batchKinds.find((one) => one === next))}
      >
        {batchKinds.map((one) => (
          <Radio key={one} mt={6} value={one} label={t(`kind.${one}`)} />
        ))}
      </Radio.Group>
      <Textarea
        label={t('start.references')}
        description={t('start.hint', { limit: format.count(maxLines) })}
        rows={12}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p role="status">
        {t('start.count', { count: references.length, number: format.count(references.length) })}
      </p>
      {begin.error ? <ErrorNotice error={begin.error} /> : null}
      <div className={classes.footer}>
        <Button
          type="submit"
          disabled={!ready}
          loading={begin.isRunning}
          rightSection={<Kbd keys="Mod+Enter" decorative />}
        >
          {t('start.lookUp', { count: references.length, number: format.count(references.length) })}
        </Button>
      </div>
    </form>
  )
}
