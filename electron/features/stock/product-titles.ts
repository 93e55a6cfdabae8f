import { mostProductTitles } from '@shared/features/stock'
import type { ProfileId } from '@shared/kernel/ids'
import { entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import type { DistributorApi } from '../../api'

/** Titles of products, as they were read while the program runs. */
export interface ProductTitles {
  /** Reads those that are not known yet, and answers what is known of these products. Fails at nothing. */
  read(profile: ProfileId, products: Iterable<string>): Promise<ReadonlyMap<string, string>>
  known(profile: ProfileId, product: string): string | undefined
  /** Forgets what was read with a profile. */
  forget(profile: ProfileId): void
}

export interface ProductTitlesDeps {
  readonly api: DistributorApi
  /** Fingerprint of where and as whom a profile works. */
  readonly accountOf: (profile: ProfileId) => string | undefined
}

/** Requests at a time: titles come after everything else that a person waits for. */
const atOnce = 4
/** Products of one request; ids of some length still make an address that everybody takes (rules.md #57, #75). */
const productsAtOnce = 50

/** By product; `undefined` for one that has no title, or is not there. */
type Titles = Map<string, string | undefined>

export function createProductTitles({ api, accountOf }: ProductTitlesDeps): ProductTitles {
  const held = new Map<ProfileId, { readonly account: string | undefined; readonly titles: Titles }>()
  const titlesOf = (profile: ProfileId): Titles => {
    const account = accountOf(profile)
    const before = held.get(profile)
    if (before && before.account === account) return before.titles
    const titles: Titles = new Map()
    held.set(profile, { account, titles })
    return titles
  }

  /**
   * Reads the titles of many products at once (rules.md #57, #75); false where the list is refused. It has what is opened
   * to the distributor, and stock may be of something else.
   */
  async function readList(profile: ProfileId, products: readonly string[], titles: Titles): Promise<boolean> {
    const wanted = new Set(products)
    const filters = { product_id: [...wanted], items_per_page: productsAtOnce }
    const answer = await api.for(profile).products.list(filters)
    if (!answer.ok) return false
    for (const item of entriesOf(answer.value.value.data?.items)) {
      const { product_id, product_content } = fieldsOf(item)
      const product = textOf(product_id)
      const title = textOf(fieldsOf(product_content).product_title)
      if (product !== undefined && title !== undefined && wanted.has(product)) titles.set(product, title)
    }
    return true
  }

  async function readOne(profile: ProfileId, product: string, titles: Titles): Promise<boolean> {
    const answer = await api.for(profile).products.get(product)
    if (!answer.ok && answer.error.code !== 'NOT_FOUND') return false
    const { product_content: content } = answer.ok ? fieldsOf(answer.value.value.data?.product) : {}
    titles.set(product, textOf(fieldsOf(content).product_title))
    return true
  }

  return {
    read: async (profile, products) => {
      const titles = titlesOf(profile)
      const asked = [...new Set(products)].slice(0, mostProductTitles)
      const isUnknown = (product: string) => !titles.has(product)
      const listed = asked.filter((product) => isUnknown(product) && !product.includes(','))
      // One is asked for by itself, which says as much.
      for (let at = 0; listed.length > 1 && at < listed.length; at += productsAtOnce) {
        if (!(await readList(profile, listed.slice(at, at + productsAtOnce), titles))) break
      }
      // What the list does not hold, and all where it was refused, one by one.
      const unknown = asked.filter(isUnknown)
      const lanes = Array.from({ length: atOnce }, async () => {
        for (let next = unknown.shift(); next !== undefined; next = unknown.shift()) {
          // What one request is not given (no access, no network), the next ones are not given either.
          if (!(await readOne(profile, next, titles))) unknown.length = 0
        }
      })
      await Promise.all(lanes)
      return new Map(
        asked.flatMap((product): [string, string][] => {
          const title = titles.get(product)
          return title === undefined ? [] : [[product, title]]
        }),
      )
    },
    known: (profile, product) => titlesOf(profile).get(product),
    forget: (profile) => void held.delete(profile),
  }
}
