import type { Profile } from '@shared/features/profiles'
import type { ReactNode } from 'react'
import { useRoute } from 'wouter'
import { CoveredList } from '../list-screen'
import { useActiveProfile } from '../profiles'
import { ContactPage } from './contact-page/contact-page'
import { NewContactPage } from './contact-page/new-contact-page'
import { contactsPath, doublesPath, newContactPath } from './contact-paths'
import { ContactsList } from './contacts-list/contacts-list'
import { DoublesPage } from './doubles/doubles-page'
import { MergePage } from './merge/merge-page'

/** The contacts of the profile that this window works with, and the page that the address names. */
export function ContactsScreen() {
  const { profile } = useActiveProfile()
  const page = usePage(profile)
  return (
    <CoveredList
      key={profile.id}
      list={<ContactsList profile={profile} isCovered={page !== undefined} />}
      page={page}
    />
  )
}

function usePage(profile: Profile): ReactNode | undefined {
  const [isNew] = useRoute(newContactPath)
  const [isDoubles] = useRoute(doublesPath)
  const [isMerge, merge] = useRoute(`${contactsPath}/:kept/merge/:other`)
  const [isContact, contact] = useRoute(`${contactsPath}/:uid`)
  if (isNew) return <NewContactPage />
  if (isDoubles) return <DoublesPage profile={profile} />
  if (isMerge) {
    const { kept, other } = merge
    return <MergePage key={`${kept} ${other}`} profile={profile} kept={kept} other={other} />
  }
  return isContact ? <ContactPage key={contact.uid} profile={profile} address={contact.uid} /> : undefined
}
