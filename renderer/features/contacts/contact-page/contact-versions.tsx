import type { Contact } from '@shared/api'
import { contactDifferences } from '@shared/features/contacts'
import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChangeList, keyed, RecordedTime } from '../../order-words'
import classes from './contact-page.module.css'

/** The revisions of a contact, the newest first; each opens to what it changed against the one before. */
export function ContactVersions({ versions }: { readonly versions: readonly Contact[] }) {
  const { t } = useTranslation('contacts')
  if (versions.length <= 1) return <p className={classes.quiet}>{t('versions.onlyOne')}</p>
  return (
    <ol className={classes.versions}>
      {keyed(versions).map(({ key, item }, at) => (
        <Version key={key} version={item} before={versions[at + 1]} isNewest={at === 0} />
      ))}
    </ol>
  )
}

interface VersionProps {
  readonly version: Contact
  /** Absent for the first one that the API still has. */
  readonly before: Contact | undefined
  readonly isNewest: boolean
}

function Version({ version, before, isNewest }: VersionProps) {
  const { t } = useTranslation('contacts')
  const bodyId = useId()
  const [open, setOpen] = useState(isNewest)
  const number = version.contact_version
  return (
    <li>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={open}
        aria-controls={bodyId}
        onClick={() => setOpen(!open)}
      >
        <IconChevronRight size={16} className={classes.chevron} aria-hidden />
        {number ? t('page.version', { version: number }) : t('versions.unnumbered')}
        {isNewest ? <span className={classes.quiet}>{t('versions.newest')}</span> : null}
        <span className={classes.quiet}>
          <RecordedTime at={version.contact_modified ?? undefined} />
        </span>
      </button>
      <div id={bodyId} hidden={!open} className={classes.versionBody}>
        {open ? <Changes version={version} before={before} /> : null}
      </div>
    </li>
  )
}

function Changes({ version, before }: Omit<VersionProps, 'isNewest'>) {
  const { t } = useTranslation('contacts')
  if (!before) return <p className={classes.quiet}>{t('versions.first')}</p>
  const changes = contactDifferences(before, version)
  if (changes.length === 0) return <p className={classes.quiet}>{t('versions.nothing')}</p>
  return <ChangeList changes={changes} currency="" />
}
