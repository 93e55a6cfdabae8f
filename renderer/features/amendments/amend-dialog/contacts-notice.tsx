import { useTranslation } from 'react-i18next'
import classes from './amend-dialog.module.css'
import type { AmendDraft } from './use-amend-draft'

/** What is wrong with the contacts that would be left, or what somebody should know of them. */
export function ContactsNotice({ draft }: { draft: Pick<AmendDraft, 'contactsProblem' | 'contactsAdvice'> }) {
  const { t } = useTranslation('amendments')
  const { contactsProblem, contactsAdvice } = draft
  if (contactsProblem) {
    return (
      <p role="alert" className={classes.problem}>
        {t(`amend.contacts.problem.${contactsProblem}`)}
      </p>
    )
  }
  return contactsAdvice ? (
    <p role="status" className={classes.warning}>
      {t(`amend.contacts.advice.${contactsAdvice}`)}
    </p>
  ) : null
}
