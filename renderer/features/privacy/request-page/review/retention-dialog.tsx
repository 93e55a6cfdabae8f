import { ActionIcon, Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { type RetentionRule, retentionRuleSchema } from '@shared/features/privacy'
import type { ProfileId } from '@shared/kernel/ids'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../../lib/ipc'
import { useOnce } from '../../../../lib/use-once'
import { ErrorNotice } from '../../../../ui/error-notice'
import { LoadingBar } from '../../../../ui/loading-bar'
import { FormDialog } from '../../../order-action'
import classes from '../../privacy.module.css'
import { privacyQueries } from '../../queries'

interface RetentionDialogProps {
  readonly profile: ProfileId
  readonly onSaved: () => void
  readonly onClose: () => void
}

/** Reasons of the law or of the books for which this profile keeps orders for so many months. */
export function RetentionDialog({ profile, onSaved, onClose }: RetentionDialogProps) {
  const { t } = useTranslation('privacy')
  const [isUnsaved, setUnsaved] = useState(false)
  const query = useQuery({ ...privacyQueries.retention(profile), staleTime: 0, gcTime: 0 })
  return (
    <FormDialog onClose={onClose} title={t('retention.title')} isUnsaved={isUnsaved}>
      {(leave) => (
        <>
          <p className={classes.quiet}>{t('retention.hint')}</p>
          {query.error ? <ErrorNotice error={query.error} /> : null}
          {query.data && !query.isFetching ? (
            <Rules
              profile={profile}
              initial={query.data.rules}
              onTyped={setUnsaved}
              onSaved={onSaved}
              onClose={onClose}
              onCancel={() => leave(onClose)}
            />
          ) : (
            <LoadingBar active={query.isFetching} />
          )}
        </>
      )}
    </FormDialog>
  )
}

type Draft = RetentionRule & { readonly key: number }
/** Main takes no more. */
const most = 20

interface RulesProps extends RetentionDialogProps {
  readonly initial: readonly RetentionRule[]
  /** Told whether other rules are written than those that hold. */
  readonly onTyped: (isOther: boolean) => void
  readonly onCancel: () => void
}

function Rules(props: RulesProps) {
  const { t } = useTranslation('privacy')
  const client = useQueryClient()
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    props.initial.map((rule, key) => ({ ...rule, key })),
  )
  const change = (key: number, next: Partial<RetentionRule>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...next } : draft)))
  const rules = drafts.map(({ name, since, months }) => ({ name: name.trim(), since, months }))
  const { initial, onTyped } = props
  const isOther = JSON.stringify(rules) !== JSON.stringify(initial)
  useEffect(() => onTyped(isOther), [isOther, onTyped])
  const save = useOnce(
    useMutation({
      mutationFn: () => ipc.privacy.saveRetention({ profile: props.profile, rules }),
      onSuccess: (saved) => {
        client.setQueryData(privacyQueries.retention(props.profile).queryKey, saved)
        props.onSaved()
        props.onClose()
      },
    }),
  )
  const isRight = rules.every((rule) => retentionRuleSchema.safeParse(rule).success)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isRight) save.run()
      }}
    >
      {drafts.length === 0 ? <p>{t('retention.none')}</p> : null}
      {drafts.map(({ key, name, since, months }, at) => (
        <fieldset key={key} className={classes.rule}>
          <legend>{t('retention.rule', { number: at + 1 })}</legend>
          <TextInput
            label={t('retention.name')}
            maxLength={100}
            value={name}
            onChange={(event) => change(key, { name: event.currentTarget.value })}
          />
          <NumberInput
            label={t('retention.months')}
            min={1}
            max={240}
            allowDecimal={false}
            w={100}
            value={months}
            onChange={(value) => change(key, { months: Number(value) })}
          />
          <NativeSelect
            label={t('retention.since')}
            value={since}
            data={(['created', 'travelled'] as const).map((value) => ({
              value,
              label: t(`retention.sinceChoice.${value}`),
            }))}
            onChange={(event) =>
              change(key, { since: event.currentTarget.value === 'created' ? 'created' : 'travelled' })
            }
          />
          <ActionIcon
            aria-label={t('retention.remove', { number: at + 1 })}
            onClick={() => setDrafts(drafts.filter((draft) => draft.key !== key))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </fieldset>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={drafts.length >= most}
        onClick={() =>
          setDrafts([
            ...drafts,
            {
              key: Math.max(-1, ...drafts.map(({ key }) => key)) + 1,
              name: '',
              since: 'created',
              months: 12,
            },
          ])
        }
      >
        {t('retention.add')}
      </Button>
      {save.error ? <ErrorNotice error={save.error} /> : null}
      <div className={classes.footer}>
        <Button variant="default" onClick={props.onCancel}>
          {t('form.cancel')}
        </Button>
        <Button type="submit" loading={save.isRunning} disabled={!isRight}>
          {t('retention.save')}
        </Button>
      </div>
    </form>
  )
}
