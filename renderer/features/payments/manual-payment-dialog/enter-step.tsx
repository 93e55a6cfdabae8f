import { Checkbox, Select, TextInput } from '@mantine/core'
import {
  amountProblem,
  compareWithDue,
  type ManualMethod,
  manualMethods,
  manualPaymentObstacle,
  type PaymentDue,
  paymentDue,
  type paymentsOperations,
} from '@shared/features/payments'
import type { InputOf } from '@shared/ipc/define'
import { parseAmount, toMinorUnit } from '@shared/kernel/money'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { ConfirmFooter, type Step, seenOf } from '../../order-action'
import { useWords } from '../../order-words'
import classes from '../payments.module.css'

/** What the person entered. */
export type Entered = Omit<InputOf<(typeof paymentsOperations)['recordPayment']>, 'profile' | 'order'>

/** What came in, how and when, and the one button that acts; or why nothing can be recorded. */
export function EnterStep(step: Step<Entered>) {
  const { t } = useTranslation('payments')
  const due = paymentDue(step.order)
  const obstacle = manualPaymentObstacle(step.order, due)
  if (!obstacle && due.kind === 'known') return <Form {...step} due={due} />
  return (
    <>
      <p role="alert" className={classes.warning}>
        {t(`manual.obstacle.${obstacle ?? 'AMOUNT_UNCLEAR'}`)}
      </p>
      <ConfirmFooter
        label={undefined}
        ready={false}
        sending={false}
        describedBy=""
        onConfirm={() => {}}
        onClose={step.onClose}
      />
    </>
  )
}

interface FormProps extends Step<Entered> {
  readonly due: Extract<PaymentDue, { kind: 'known' }>
}

function Form({ order, due, sending, onConfirm, onClose }: FormProps) {
  const { t } = useTranslation('payments')
  const { word } = useWords()
  const format = useFormat()
  const describedBy = useId()
  const { currency } = due
  const [amount, setAmount] = useState(() => inMinorUnits(due))
  const [left, setLeft] = useState(false)
  const [method, setMethod] = useState<ManualMethod | null>(null)
  const [reference, setReference] = useState('')
  const [date, setDate] = useState(today)
  const [accepted, setAccepted] = useState(false)
  const problem = amountProblem(amount.trim(), currency)
  const compared = compareWithDue(amount.trim(), due)
  const isDate = /^\d{4}-\d\d-\d\d$/.test(date) && date <= today()
  const ready = !problem && method !== null && isDate && (compared !== 'more' || accepted)
  const money = problem ? '' : format.money(amount.trim(), currency)
  return (
    <div>
      <div className={classes.fields}>
        <TextInput
          label={t('manual.amount', { currency })}
          description={t('manual.due', { amount: format.money(inMinorUnits(due), currency) })}
          value={amount}
          inputMode="decimal"
          onChange={(event) => setAmount(event.currentTarget.value)}
          onBlur={() => setLeft(true)}
          error={left && problem ? t(`manual.problem.${problem}`) : undefined}
        />
        <Select
          label={t('manual.method')}
          description={t('manual.methodHint')}
          placeholder={t('manual.choose')}
          value={method}
          onChange={(next) => setMethod(manualMethods.find((one) => one === next) ?? null)}
          data={manualMethods.map((value) => ({ value, label: word('paymentMethod', value) }))}
        />
        <TextInput
          label={t('manual.date')}
          type="date"
          value={date}
          max={today()}
          onChange={(event) => setDate(event.currentTarget.value)}
          error={isDate ? undefined : t('manual.dateProblem')}
        />
        <TextInput
          label={t('manual.reference')}
          value={reference}
          maxLength={100}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      </div>
      <div id={describedBy} className={classes.effect} aria-live="polite">
        {problem ? null : <p>{t('manual.effect', { amount: money })}</p>}
        {!problem && compared === 'less' ? <p className={classes.warning}>{t('manual.less')}</p> : null}
        {parseAmount(due.open)?.gt(0) ? (
          <p className={classes.warning}>
            {t('manual.underWay', { amount: format.money(due.open, currency) })}
          </p>
        ) : null}
        {!problem && compared === 'more' ? (
          <Checkbox
            checked={accepted}
            onChange={(event) => setAccepted(event.currentTarget.checked)}
            label={t('manual.more', { amount: format.money(inMinorUnits(due), currency) })}
          />
        ) : null}
        <p className={classes.quiet}>{t('manual.noMoney')}</p>
      </div>
      <ConfirmFooter
        label={problem ? t('manual.confirmNone') : t('manual.confirm', { amount: money })}
        ready={ready}
        sending={sending}
        describedBy={describedBy}
        onConfirm={() => {
          if (method === null) return
          const more = compared === 'more' ? { moreThanDue: true as const } : {}
          const named = reference.trim() ? { reference: reference.trim() } : {}
          const received = { amount: amount.trim(), currency, method, date, ...named }
          onConfirm({ received, ...more, seen: { ...seenOf(order), due: due.due } })
        }}
        onClose={onClose}
      />
    </div>
  )
}

const inMinorUnits = ({ due, currency }: FormProps['due']): string => {
  const value = parseAmount(due)
  return value ? toMinorUnit(value, currency) : due
}

/** Of this desk, as the day on which money came in is its own. */
const today = (): string => {
  const now = new Date()
  const two = (part: number) => `${part}`.padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
