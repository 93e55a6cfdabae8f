import { ok } from '@shared/kernel/result'
import { describe, expect, test } from 'vitest'
import type { ProfileApi } from '../../../../../electron/api'
import {
  revisionsOf,
  takeContactErasure,
  verifyContact,
} from '../../../../../electron/features/privacy/erase-contact-definition'
import { verdictOf } from '../../../../../electron/features/privacy/erasure-lines'
import { value } from '../../../../support/batch-desk'

const uid = 'contact-1'
const revision = (contact_version: number, contact_email?: string) => ({
  ...{ contact_uid: uid, contact_version, contact_name_last: 'Erased' },
  ...(contact_email === undefined ? {} : { contact_email }),
})

/** A server that shows these of the versions that were asked for; no server is asked here. */
const showing = (...items: object[]) => {
  const document = { data: { items } }
  const get = async () => ok({ value: document, text: JSON.stringify(document), requestId: 'r' })
  return { contacts: { get } } as unknown as ProfileApi
}
const before = { fields: [{ pointer: '/contact_email', field: 'contact_email', value: 'rosa@x.nl' }] }
const verified = async (shown: ProfileApi, known: Parameters<typeof verifyContact>[2] = before) =>
  value(await verifyContact(shown, uid, known)).verified

describe('a contact that was overwritten', () => {
  test('is verified when all of its versions were shown', async () => {
    const all = await verified(showing(revision(3), revision(2, 'rosa@x.nl'), revision(1)))
    expect(all).not.toHaveProperty('unread')
    expect(all).toMatchObject({
      left: [{ pointer: '/contact_email', field: 'contact_email', version: 2 }],
      versions: 3,
    })
    const one = await verified(showing(revision(1)))
    expect(one).toEqual({ left: [], versions: 1 })
    if (one) expect(verdictOf(one, {})).toMatchObject({ state: 'erased', unread: undefined })
  })

  test('is not verified by its newest version alone: earlier ones were seen by nobody', async () => {
    const shown = await verified(showing(revision(7)))
    expect(shown).toEqual({ left: [], versions: 1, unread: [{ what: 'versions-to', version: 6 }] })
    if (shown) expect(verdictOf(shown, {}).state).toBe('incomplete')
  })

  test('is told by their numbers which versions in between were not shown', async () => {
    const shown = await verified(showing(revision(6), revision(5), revision(2)))
    expect(shown?.unread).toEqual([
      { what: 'versions-to', version: 1 },
      { what: 'version', version: 3 },
      { what: 'version', version: 4 },
    ])
  })

  test('stays unverified where versions were not shown before it was sent: what they held is known to nobody', async () => {
    const read = value(await revisionsOf(showing(revision(4, 'rosa@x.nl')), uid))
    const known = takeContactErasure(read)
    expect(known.unread).toEqual([{ what: 'versions-to', version: 3, before: true }])
    const later = await verified(
      showing(revision(5), revision(4), revision(3), revision(2), revision(1)),
      known,
    )
    expect(later).toEqual({ left: [], versions: 5, unread: known.unread })
  })

  test('is not lost in a version that no contact reaches', async () => {
    const shown = await verified(showing(revision(2_000_000_000), revision(1)))
    expect(shown?.unread).toHaveLength(50)
  })
})
