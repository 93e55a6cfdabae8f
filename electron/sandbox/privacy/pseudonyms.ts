import { createHash } from 'node:crypto'

/** E-mail tokens lie in a domain that cannot exist. */
const NOWHERE = '@deidentified.invalid'
/** The first group of a token in the form of a UUID. */
const UUID_MARK = 'de1d0000'

/**
 * The tokens of one order: the same value becomes the same token in all of it, older versions included. They are
 * numbered, so a token tells nothing of the value; `deid-<order>-<number>` is never given twice.
 */
export class Pseudonyms {
  readonly #order: string
  readonly #known = new Map<string, number>()
  #last: number

  /** @param text the order with all its versions as JSON: tokens that it holds already are not given again */
  constructor(order: string, text: string) {
    this.#order = order
    const used = [...text.matchAll(new RegExp(`deid-${order}-(\\d+)`, 'g'))].map((match) => Number(match[1]))
    const uuids = [
      ...text.matchAll(new RegExp(`${UUID_MARK}-[\\da-f]{4}-4[\\da-f]{3}-a[\\da-f]{3}-([\\da-f]{12})`, 'g')),
    ]
    this.#last = Math.max(0, ...used, ...uuids.map((match) => Number.parseInt(match[1] ?? '0', 16)))
  }

  /** A token instead of a text; one that is a token of this order already stays. */
  text(value: string): string {
    return this.#is(value) ? value : this.#next(value)
  }

  email(value: string): string {
    return this.#is(value) ? value : `${this.#next(value)}${NOWHERE}`
  }

  /** A token in the form of a key (UUID), which no contact has. */
  uuid(value: string): string {
    if (value.startsWith(UUID_MARK)) return value
    const number = this.#numberOf(value)
    const salt = createHash('sha256').update(this.#order).digest('hex')
    const tail = number.toString(16).padStart(12, '0')
    return `${UUID_MARK}-${salt.slice(0, 4)}-4${salt.slice(4, 7)}-a${salt.slice(7, 10)}-${tail}`
  }

  #is(value: string): boolean {
    return value.startsWith(`deid-${this.#order}-`)
  }

  #next(value: string): string {
    return `deid-${this.#order}-${this.#numberOf(value)}`
  }

  #numberOf(value: string): number {
    const known = this.#known.get(value)
    if (known !== undefined) return known
    this.#last += 1
    this.#known.set(value, this.#last)
    return this.#last
  }
}
