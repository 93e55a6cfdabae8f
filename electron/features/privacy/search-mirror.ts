import { matchPerson, type Subject } from '@shared/features/privacy'
import type { ProfileId } from '@shared/kernel/ids'
import { fieldsOf } from '@shared/kernel/tolerant'
import type { MirrorStore, Mirrors } from '../../mirror'
import { StoreError } from '../../platform/store-client'
import { type Hit, phoneTexts, type Searched } from './search-api'

/** Rows of one question that are looked at; more are no question of one person. */
const mostRows = 2000
const rowsAtOnce = 500

const unsearched = (why: string): Searched => ({
  place: { place: 'mirror', state: 'not-searched', why, looked: 0 },
  hits: [],
})

/** Looks for a person in the local copy of a profile's orders, by its word index. */
export async function searchMirror(
  mirrors: Pick<Mirrors, 'opened' | 'state'>,
  profile: ProfileId,
  subject: Subject,
): Promise<Searched> {
  try {
    const mirror = await mirrors.opened(profile)
    if (mirror.ok) return await searchStore(mirror.value, subject)
    // Where none is kept there is nothing to search; one that cannot be opened may hold them.
    const isOff = (await mirrors.state(profile)).state === 'off'
    return unsearched(isOff ? 'NO_MIRROR' : 'MIRROR_NOT_OPEN')
  } catch (thrown) {
    if (thrown instanceof StoreError) return unsearched('STORE_LOST')
    throw thrown
  }
}

async function searchStore(store: MirrorStore, subject: Subject): Promise<Searched> {
  const references = new Set<string>()
  let isWhole = true
  for (const text of questions(subject)) {
    const found = await referencesOf(store, text)
    if (found === undefined || found.length >= mostRows) isWhole = false
    for (const reference of found ?? []) references.add(reference)
  }
  const hits: Hit[] = []
  for (const key of references) {
    const document = await orderIn(store, key)
    const match = document === undefined ? undefined : matchPerson(subject, document)
    if (match) hits.push({ key, match, document })
  }
  const state = isWhole ? 'searched' : 'partly'
  return {
    place: { place: 'mirror', state, ...(isWhole ? {} : { why: 'TOO_MANY' }), looked: references.size },
    hits,
  }
}

const questions = ({ name, emails, phones, references }: Subject): string[] =>
  [
    ...emails,
    // Whole numbers: it has no wildcards, and knows digits with and without a country before them.
    ...phones.flatMap((phone) => [phone, ...phoneTexts(phone).filter((text) => !text.startsWith('*'))]),
    ...references,
    ...(name === undefined ? [] : [name]),
  ].map((text) => text.slice(0, 200))

/** A list is given up when orders are removed, or for others that are asked for at the same time. */
const tries = 3

/** What a question finds; `undefined` when its list was given up each time, so that nobody can say. */
async function referencesOf(store: MirrorStore, text: string): Promise<readonly string[] | undefined> {
  for (let again = 0; again < tries; again++) {
    const found = await allOf(store, text)
    if (found !== 'gone') return found
  }
  return undefined
}

async function allOf(store: MirrorStore, text: string): Promise<readonly string[] | 'gone'> {
  const query = { text, filters: {}, sort: { by: 'created', direction: 'desc' } } as const
  const { list, rows } = await store.query({ query, rows: rowsAtOnce })
  const found = rows.map(({ reference }) => reference)
  while (found.length < mostRows) {
    const more = await store.rows({ list, from: found.length, count: rowsAtOnce })
    if (more === 'gone') return 'gone'
    if (more.rows.length === 0) return found
    found.push(...more.rows.map(({ reference }) => reference))
  }
  return found
}

async function orderIn(store: MirrorStore, reference: string): Promise<unknown> {
  const held = await store.order(reference)
  if (!held) return undefined
  try {
    const document: unknown = JSON.parse(held.text)
    return fieldsOf(fieldsOf(document).data).order ?? document
  } catch {
    return undefined
  }
}
