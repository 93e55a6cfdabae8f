import type { PrivacyRequest } from '@shared/features/privacy'
import { useTranslation } from 'react-i18next'
import { Fact, Facts } from '../../order-words'
import classes from '../privacy.module.css'

/** What was written down of a request; of one that has ended, nothing tells any more who it was. */
export function RequestFacts({ request }: { readonly request: PrivacyRequest }) {
  const { t } = useTranslation('privacy')
  const { subject, receivedOn, dueOn, identityChecked, note } = request
  return (
    <>
      <Facts>
        {subject ? (
          <>
            <Fact label={t('form.name')} value={subject.name} />
            {(['emails', 'phones', 'references'] as const).flatMap((kind) =>
              subject[kind].map((one) => (
                <Fact key={kind + one} label={t(`page.${kind}`)} value={one} mono={kind === 'references'} />
              )),
            )}
            <Fact label={t('form.birthDate')} value={subject.birthDate} />
          </>
        ) : null}
        <Fact label={t('form.receivedOn')} value={receivedOn} />
        <Fact label={t('form.dueOn')} value={dueOn} />
        <Fact label={t('form.identityChecked')} value={identityChecked || undefined} />
        <Fact label={t('form.note')} value={note || undefined} />
      </Facts>
      {subject ? null : <p className={classes.note}>{t('page.pseudonymised')}</p>}
      {subject && !identityChecked ? <p className={classes.warn}>{t('page.notChecked')}</p> : null}
    </>
  )
}
