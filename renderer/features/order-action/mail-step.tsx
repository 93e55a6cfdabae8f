import { type ReactNode, useId } from 'react'
import { useWords } from '../order-words'
import { ConfirmFooter } from './confirm-footer'
import classes from './mail-step.module.css'
import type { Step } from './order-action'
import { seenOf } from './use-fresh-order'

/** What the person confirmed. */
export interface ConfirmedMail {
  readonly recipient: string
  readonly seen: ReturnType<typeof seenOf>
}

export interface MailRecipient {
  readonly email: string
  readonly name: string | undefined
  /** `contact_type` as sent, where it is why it is this contact. */
  readonly type?: string | undefined
}

interface MailStepProps extends Step<ConfirmedMail> {
  readonly recipient: MailRecipient | undefined
  /** Why nothing can be mailed, in words. */
  readonly obstacle: string | undefined
  /** "To". */
  readonly to: string
  /** More of `dt` and `dd` below the recipient. */
  readonly facts?: ReactNode
  /** What it does, in sentences. */
  readonly effect: ReactNode
  /** Why it cannot be taken back. */
  readonly irreversible: string
  /** The act, on the button. */
  readonly confirm: string
}

/** An e-mail about an order: to whom it goes and what it does, or why it cannot, and the one button that acts. */
export function MailStep({ recipient, obstacle, confirm, ...step }: MailStepProps) {
  const describedBy = useId()
  const ready = recipient !== undefined && obstacle === undefined
  return (
    <div>
      <div id={describedBy}>
        {obstacle === undefined ? (
          recipient && <Effect recipient={recipient} {...step} />
        ) : (
          <p role="alert" className={classes.warning}>
            {obstacle}
          </p>
        )}
      </div>
      <ConfirmFooter
        label={ready ? confirm : undefined}
        ready={ready}
        sending={step.sending}
        describedBy={describedBy}
        onConfirm={() =>
          recipient && step.onConfirm({ recipient: recipient.email, seen: seenOf(step.order) })
        }
        onClose={step.onClose}
      />
    </div>
  )
}

function Effect({
  recipient: { email, name, type },
  to,
  facts,
  effect,
  irreversible,
}: Pick<MailStepProps, 'to' | 'facts' | 'effect' | 'irreversible'> & { readonly recipient: MailRecipient }) {
  const { word } = useWords()
  return (
    <>
      <dl className={classes.facts}>
        <dt>{to}</dt>
        <dd>
          <strong>{email}</strong>
          {name ? <bdi className={classes.quiet}>{name}</bdi> : null}
          {type ? <span className={classes.quiet}>{word('contactType', type)}</span> : null}
        </dd>
        {facts}
      </dl>
      {effect}
      <p className={classes.quiet}>{irreversible}</p>
    </>
  )
}

/** A sentence of the effect that wants attention. */
export function MailWarning({ children }: { readonly children: ReactNode }) {
  return <p className={classes.warning}>{children}</p>
}
