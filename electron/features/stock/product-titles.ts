import { mostProductTitles } from '@shared/features/stock'
import type { ProfileId } from '@shared/kernel/ids'
import { fieldsOf, textOf } from '@shared/kernel/tolerant'
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
      const unknown = asked.filter((product) => !titles.has(product))
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
