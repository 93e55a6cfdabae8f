import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useStepFocus } from '../../../lib/use-step-focus'
import { useWindowTitle } from '../../../lib/window-title'
import { contactsPath } from '../contact-paths'
import classes from './contact-page.module.css'

/** Where people look for making and deleting a contact: the API has no call for either, and this is how one comes to be. */
export function NewContactPage() {
  const { t } = useTranslation('contacts')
  const heading = useStepFocus<HTMLHeadingElement>()
  useWindowTitle(t('new.title'))
  return (
    <article className={classes.told}>
      <Anchor component={Link} href={contactsPath} size="sm">
        {t('page.back')}
      </Anchor>
      <h1 ref={heading} tabIndex={-1} className={classes.name}>
        {t('new.title')}
      </h1>
      <p>{t('new.reason')}</p>
      <ul>
        <li>{t('new.byOrder')}</li>
        <li>{t('new.byEdit')}</li>
        <li>{t('new.known')}</li>
      </ul>
      <h2 className={classes.subtitle}>{t('new.deleteTitle')}</h2>
      <p>{t('new.delete')}</p>
      <Anchor component={Link} href="/orders">
        {t('new.toOrders')}
      </Anchor>
    </article>
  )
}
