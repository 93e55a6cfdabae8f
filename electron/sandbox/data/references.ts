import { mix, shuffle40, unshuffle40 } from './random'

/**
 * Every reference of the data set is its order's index in disguise, so that an order is found from any of
 * its references without an index in memory. What a reference decodes to is only a candidate: the caller
 * compares with the order itself.
 */
const OFFSET = 0x20_0000

/** One shuffle per kind of reference, so that they do not resemble each other. */
const KEYS = { order: 11, booking: 23, code: 37, group: 41, external: 53, payment: 61, contact: 71, psp: 83 }
type ReferenceKind = keyof typeof KEYS

export class References {
  readonly #seed: number

  constructor(seed: number) {
    this.#seed = seed
  }

  /** 15 digits, e.g. `104182937740261`. */
  order(index: number): string {
    const digits = this.#digits('order', index)
    return `1${digits}${checkDigit(digits)}`
  }

  /** `B` + 10 characters; parts of a combi or bundle have two more. */
  booking(index: number, number: number, part = 0): string {
    return `B${this.#base36('booking', index)}${pair(number)}${part === 0 ? '' : pair(part)}`
  }

  /** 18 digits: the order's 15 and the ticket's number in it, as in the vendor's sample. */
  transaction(index: number, ticket: number): string {
    return `${this.order(index)}${String(ticket).padStart(3, '0')}`
  }

  /** The 16-digit code on a ticket. */
  ticketCode(index: number, ticket: number): string {
    return `${this.#digits('code', index)}${String(ticket).padStart(3, '0')}`
  }

  /** The one code of a whole booking. */
  groupCode(index: number, number: number): string {
    return `GRP${this.#base36('group', index)}${pair(number)}`
  }

  external(index: number): string {
    return `WEB-${this.#base36('external', index)}`
  }

  merchantPayment(index: number, number: number): string {
    return `GH-${this.#base36('external', index)}-P${number}`
  }

  pspPayment(index: number, number: number): string {
    return `${this.#digits('psp', index)}${String(number).padStart(2, '0')}F`
  }

  payment(index: number, number: number): string {
    return this.#uuid('payment', index, number)
  }

  contact(person: number, number = 0): string {
    return this.#uuid('contact', person, number)
  }

  /** The index (or, for a contact, the person) that a reference would stem from; undefined if none could. */
  decode(reference: string): number | undefined {
    return (
      this.#undigits(/^1(\d{13})\d(?:\d{3})?$/, 'order', reference) ??
      this.#undigits(/^(\d{13})\d{3}$/, 'code', reference) ??
      this.#undigits(/^(\d{13})\d{2}F$/, 'psp', reference) ??
      this.#unbase36(/^B([0-9A-Z]{8})(?:[0-9A-Z]{2}){1,2}$/, 'booking', reference) ??
      this.#unbase36(/^GRP([0-9A-Z]{8})[0-9A-Z]{2}$/, 'group', reference) ??
      this.#unbase36(/^(?:WEB|GH)-([0-9A-Z]{8})(?:[-/].*)?$/, 'external', reference)
    )
  }

  decodePayment(uuid: string): number | undefined {
    return this.#unuuid('payment', uuid)
  }

  decodeContact(uuid: string): number | undefined {
    return this.#unuuid('contact', uuid)
  }

  #shuffled(kind: ReferenceKind, index: number): number {
    return shuffle40(index + OFFSET, mix(this.#seed + KEYS[kind]))
  }

  #unshuffled(kind: ReferenceKind, value: number): number | undefined {
    if (!(value >= 0 && value < 2 ** 40)) return undefined
    const index = unshuffle40(value, mix(this.#seed + KEYS[kind])) - OFFSET
    return Math.abs(index) < OFFSET ? index : undefined
  }

  #digits(kind: ReferenceKind, index: number): string {
    return String(this.#shuffled(kind, index)).padStart(13, '0')
  }

  #base36(kind: ReferenceKind, index: number): string {
    return this.#shuffled(kind, index).toString(36).toUpperCase().padStart(8, '0')
  }

  #uuid(kind: ReferenceKind, index: number, number: number): string {
    const salt = mix(this.#seed ^ mix(index * 64 + number + KEYS[kind]))
      .toString(16)
      .padStart(8, '0')
    const tail = this.#shuffled(kind, index).toString(16).padStart(10, '0')
    const last = (number % 256).toString(16).padStart(2, '0')
    return `${salt}-${tail.slice(0, 4)}-4${salt.slice(1, 4)}-a${salt.slice(5, 8)}-${tail.slice(4)}${last}${salt.slice(0, 4)}`
  }

  #unuuid(kind: ReferenceKind, uuid: string): number | undefined {
    const match = /^[0-9a-f]{8}-([0-9a-f]{4})-4[0-9a-f]{3}-a[0-9a-f]{3}-([0-9a-f]{6})[0-9a-f]{6}$/.exec(uuid)
    return match ? this.#unshuffled(kind, Number.parseInt(`${match[1]}${match[2]}`, 16)) : undefined
  }

  #undigits(form: RegExp, kind: ReferenceKind, reference: string): number | undefined {
    const match = form.exec(reference)
    return match ? this.#unshuffled(kind, Number(match[1])) : undefined
  }

  #unbase36(form: RegExp, kind: ReferenceKind, reference: string): number | undefined {
    const match = form.exec(reference)
    return match ? this.#unshuffled(kind, Number.parseInt(match[1] ?? '', 36)) : undefined
  }
}

const pair = (value: number): string => value.toString(36).toUpperCase().padStart(2, '0')

function checkDigit(digits: string): number {
  let sum = 0
  for (let position = 0; position < digits.length; position++)
    sum += Number(digits[position]) * (position + 3)
  return sum % 10
}
