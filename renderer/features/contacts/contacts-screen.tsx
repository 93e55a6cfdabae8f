import { useRoute } from 'wouter'
import { useActiveProfile } from '../profiles'
import { ContactPage } from './contact-page/contact-page'
import { NewContactPage } from './contact-page/new-contact-page'
import { contactsPath, doublesPath, newContactPath } from './contact-paths'
import { ContactsList } from './contacts-list/contacts-list'
import classes from './contacts-screen.module.css'
import { DoublesPage } from './doubles/doubles-page'

/** The contacts of the profile that this window works with, and the page of the one that the address names. */
export function ContactsScreen() {
  const { profile } = useActiveProfile()
  const [isNew] = useRoute(newContactPath)
  const [isDoubles] = useRoute(doublesPath)
  const [isPage, params] = useRoute(`${contactsPath}/:uid`)
  return (
    <div className={classes.workspace} key={profile.id}>
      {/* Covered, but kept as it is: its scroll position, its focus row, its selection. */}
      <div className={classes.list} inert={isPage}>
        <ContactsList profile={profile} isCovered={isPage} />
      </div>
      {isPage ? (
        <div className={classes.page}>
          {isNew ? (
            <NewContactPage />
          ) : isDoubles ? (
            <DoublesPage profile={profile} />
          ) : (
            <ContactPage key={params.uid} profile={profile} address={params.uid} />
          )}
        </div>
      ) : null}
    </div>
  )
}
