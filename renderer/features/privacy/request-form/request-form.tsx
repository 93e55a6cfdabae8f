import { Button, Textarea, TextInput } from '@mantine/core'
import { dueOnFor } from '@shared/features/privacy'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../../lib/shortcuts'
import { useFieldFocus } from '../../../lib/use-step-focus'
import { ErrorNotice } from '../../../ui/error-notice'
import { Kbd } from '../../../ui/kbd'
import classes from '../privacy.module.css'
import { todayHere } from '../requests-list/requests-list'
import { type FormInput, problemsOf, type TypedRequest, toForm } from './typed-request'

interface RequestFormProps {
  readonly initial: TypedRequest
  /** What was written before it was left. */
  readonly draft?: TypedRequest | undefined
  /** Told what is written that `initial` does not say; undefined: nothing. */
  readonly onTyped?: (typed: TypedRequest | undefined) => void
  /** Whom it is about is settled: something was erased for it already. */
  readonly subjectFixed?: boolean
  readonly saving: boolean
  readonly error: unknown
  readonly saveLabel: string
  readonly onSave: (form: FormInput) => void
  readonly onCancel: () => void
}

/** Who asks to be forgotten, until when, and how it was made sure that it is them. Fields are checked when they are left. */
export function RequestForm({ initial, draft, onTyped, subjectFixed = false, ...props }: RequestFormProps) {
  const { t } = useTranslation('privacy')
  const [typed, setTyped] = useState(draft ?? initial)
  const [left, setLeft] = useState<ReadonlySet<keyof TypedRequest>>(new Set())
  const form = useFieldFocus<HTMLFormElement>('input:not(:disabled)')
  const today = todayHere()
  const problems = problemsOf(typed, today)
  const tell = useEffectEvent(() => onTyped?.(isSame(typed, initial) ? undefined : typed))
  // biome-ignore lint/correctness/useExhaustiveDependencies: told of each change
  useEffect(() => tell(), [typed])
  const save = () => {
    setLeft(new Set(Object.keys(typed) as (keyof TypedRequest)[]))
    if (Object.keys(problems).length === 0) props.onSave(toForm(typed))
    else
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  useShortcut('submitForm', save, { enabled: !props.saving, inDialog: true })
  const field = (name: keyof TypedRequest) => {
    const problem = left.has(name) ? problems[name] : undefined
    return {
      label: t(`form.${name}`),
      value: typed[name],
      error: problem ? t(`form.problem.${problem}`) : undefined,
      onBlur: () => setLeft((before) => new Set(before).add(name)),
      onChange: (event: { currentTarget: { value: string } }) => change(name, event.currentTarget.value),
    }
  }
  const change = (name: keyof TypedRequest, value: string) =>
    setTyped((before) => {
      const next = { ...before, [name]: value }
      // The due date follows as long as nobody chose another one.
      const follows = name === 'receivedOn' && value !== '' && before.dueOn === dueAfter(before.receivedOn)
      return follows ? { ...next, dueOn: dueAfter(value) } : next
    })
  const lines = { autosize: true, minRows: 2, maxRows: 6, spellCheck: false, autoComplete: 'off' }
  return (
    <form
      ref={form}
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Group legend={t('form.who')} hint={t(subjectFixed ? 'form.whoFixed' : 'form.whoHint')}>
        <TextInput {...field('name')} disabled={subjectFixed} autoComplete="off" />
        <TextInput {...field('birthDate')} type="date" disabled={subjectFixed} />
        <Textarea {...field('emails')} {...lines} description={t('form.oneALine')} disabled={subjectFixed} />
        <Textarea
          {...field('phones')}
          {...lines}
          description={t('form.phonesHint')}
          disabled={subjectFixed}
        />
        <Textarea
          {...field('references')}
          {...lines}
          description={t('form.referencesHint')}
          disabled={subjectFixed}
        />
      </Group>
      <Group legend={t('form.when')} hint={t('form.whenHint')}>
        <TextInput {...field('receivedOn')} type="date" required />
        <TextInput {...field('dueOn')} type="date" />
      </Group>
      <Group legend={t('form.record')}>
        <Textarea {...field('identityChecked')} autosize minRows={2} description={t('form.identityHint')} />
        <Textarea {...field('note')} autosize minRows={2} />
      </Group>
      {props.error ? <ErrorNotice error={props.error} /> : null}
      <div className={classes.footer}>
        <Button variant="default" onClick={props.onCancel}>
          {t('form.cancel')}
        </Button>
        <Button type="submit" loading={props.saving} rightSection={<Kbd keys="Mod+Enter" decorative />}>
          {props.saveLabel}
        </Button>
      </div>
    </form>
  )
}

function Group(props: { readonly legend: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend>{props.legend}</legend>
      {props.hint ? <p className={classes.quiet}>{props.hint}</p> : null}
      <div className={classes.fields}>{props.children}</div>
    </fieldset>
  )
}

const isSame = (one: TypedRequest, other: TypedRequest): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const dueAfter = (receivedOn: string): string => (receivedOn === '' ? '' : dueOnFor(receivedOn))
