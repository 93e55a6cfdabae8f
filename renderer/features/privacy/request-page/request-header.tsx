import { Anchor, Button } from '@mantine/core'
import { mustClear } from '@shared/features/privacy'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ipc } from '../../../lib/ipc'
import { useOnce } from '../../../lib/use-once'
import { useStepFocus } from '../../../lib/use-step-focus'
import { Dialog } from '../../../ui/dialog'
import { ErrorNotice } from '../../../ui/error-notice'
import { useMoments } from '../../operations'
import { FormDialog } from '../../order-action'
import { DueChip } from '../due-chip'
import { privacyPath } from '../paths'
import classes from '../privacy.module.css'
import { privacyQueries } from '../queries'
import { RequestChip } from '../request-chip'
import { RequestForm } from '../request-form/request-form'
import { type FormInput, typedFrom } from '../request-form/typed-request'
import { todayHere } from '../requests-list/requests-list'
import { RequestFacts } from './request-facts'
import type { StepProps } from './step-props'
import { hasBegun, hasEnded } from './steps'
import { useRequestChange } from './use-request-change'

type HeaderProps = Omit<StepProps, 'onStep'>

/** Which request it is, where it stands, and what was written down. */
export function RequestHeader({ profile, request }: HeaderProps) {
  const { t } = useTranslation('privacy')
  const moments = useMoments()
  const heading = useStepFocus<HTMLHeadingElement>()
  const [dialog, setDialog] = useState<'edit' | 'withdraw'>()
  const list = useQuery(privacyQueries.list(profile.id))
  const close = () => setDialog(undefined)
  return (
    <header className={classes.header}>
      <Anchor component={Link} href={privacyPath} size="sm">
        {t('page.back')}
      </Anchor>
      <div className={classes.top}>
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {t('page.title', { number: request.number })}
        </h1>
        <RequestChip state={request.state} />
        <DueChip dueOn={request.dueOn} today={list.data?.today ?? todayHere()} state={request.state} />
        {hasEnded(request) ? null : (
          <span className={classes.tools}>
            <Button variant="default" onClick={() => setDialog('edit')}>
              {t('page.edit')}
            </Button>
            <Button
              variant="default"
              onClick={() => setDialog('withdraw')}
              disabled={request.state === 'erasing'}
            >
              {t('page.withdraw')}
            </Button>
          </span>
        )}
      </div>
      <p className={classes.quiet}>
        {t('page.written', { who: request.createdBy, when: moments.full(request.createdAt) })}
        {request.endedAt === undefined
          ? null
          : ` · ${t('page.ended', { when: moments.full(request.endedAt) })}`}
      </p>
      <RequestFacts request={request} />
      {dialog === 'edit' ? <EditDialog profile={profile} request={request} onClose={close} /> : null}
      {dialog === 'withdraw' ? <WithdrawDialog profile={profile} request={request} onClose={close} /> : null}
    </header>
  )
}

type DialogProps = HeaderProps & { readonly onClose: () => void }

function EditDialog({ profile, request, onClose }: DialogProps) {
  const { t } = useTranslation('privacy')
  const [initial] = useState(() => typedFrom(request))
  const [isUnsaved, setUnsaved] = useState(false)
  const change = useOnce(
    useRequestChange(
      profile.id,
      request.id,
      (at, form: FormInput) => ipc.privacy.changeRequest({ ...at, form }),
      onClose,
    ),
  )
  return (
    <FormDialog onClose={onClose} title={t('form.editTitle')} isUnsaved={isUnsaved}>
      {(leave) => (
        <RequestForm
          initial={initial}
          onTyped={(typed) => setUnsaved(typed !== undefined)}
          subjectFixed={hasBegun(request)}
          saving={change.isRunning}
          error={change.error}
          saveLabel={t('form.save')}
          onSave={change.run}
          onCancel={() => leave(onClose)}
        />
      )}
    </FormDialog>
  )
}

function WithdrawDialog({ profile, request, onClose }: DialogProps) {
  const { t } = useTranslation('privacy')
  const withdraw = useOnce(useRequestChange(profile.id, request.id, ipc.privacy.withdrawRequest, onClose))
  const isHeld = mustClear(request)
  return (
    <Dialog onClose={onClose} title={t('withdraw.title', { number: request.number })} size="sm">
      <p>{t('withdraw.what')}</p>
      {hasBegun(request) ? <p>{t('withdraw.begun')}</p> : null}
      {isHeld ? <p className={classes.warn}>{t('withdraw.clearFirst')}</p> : null}
      {withdraw.error ? <ErrorNotice error={withdraw.error} /> : null}
      <div className={classes.footer}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('withdraw.keep')}
        </Button>
        <Button color="red.9" disabled={isHeld} loading={withdraw.isRunning} onClick={() => withdraw.run()}>
          {t('withdraw.confirm')}
        </Button>
      </div>
    </Dialog>
  )
}
