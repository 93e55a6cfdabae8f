import { isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { AmendableField } from '../amendments'

/** What is odd about a value that can be sent all the same. */
export interface ContactAdvice {
  readonly code:
    | 'EMAIL'
    /** No number of the country that it names. */
    | 'PHONE'
    /** A number, written otherwise than the API expects: `instead` is how. */
    | 'PHONE_FORMAT'
    | 'LANGUAGE'
    | 'COUNTRY_CODE'
    | 'BORN_LATER'
    | 'BORN_LONG_AGO'
  /** The same in the form the API expects. */
  readonly instead?: string | undefined
}

/** Nobody is known to have lived longer, in years. */
const longestLife = 123

/**
 * What somebody should know about a value of a contact before it is sent.
 * @param country ISO 3166-1 code that a phone number without one is read in
 * @param today ISO date
 */
export function contactAdvice(
  { name, kind }: Pick<AmendableField, 'name' | 'kind'>,
  value: unknown,
  { country, today }: { readonly country?: string | undefined; readonly today: string },
): ContactAdvice | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '') return undefined
  if (kind === 'email') return z.email().safeParse(text).success ? undefined : { code: 'EMAIL' }
  if (kind === 'phone') return phoneAdvice(text, country)
  if (kind === 'language') return isKnown('language', text) ? undefined : { code: 'LANGUAGE' }
  if (name === 'country_code') return isKnown('region', text) ? undefined : { code: 'COUNTRY_CODE' }
  return name === 'contact_birth_date' ? birthAdvice(text, today) : undefined
}

/** A phone number in E.164, if it is one; `country` is where one without a country code is dialled. */
export function phoneInE164(text: string, country?: string): string | undefined {
  const number = readPhone(text, country)
  return number?.isValid() ? number.number : undefined
}

function readPhone(text: string, country: string | undefined): PhoneNumber | undefined {
  const code = country?.trim().toUpperCase()
  return code !== undefined && isSupportedCountry(code)
    ? parsePhoneNumberFromString(text, code)
    : parsePhoneNumberFromString(text)
}

function phoneAdvice(text: string, country: string | undefined): ContactAdvice | undefined {
  const known = phoneInE164(text, country)
  if (known === undefined) return { code: 'PHONE' }
  return known === text ? undefined : { code: 'PHONE_FORMAT', instead: known }
}

/** Whether a code of two letters stands for something; the samples write both cases. */
function isKnown(type: 'language' | 'region', text: string): boolean {
  if (!/^[a-z]{2}$/i.test(text)) return false
  const code = type === 'region' ? text.toUpperCase() : text.toLowerCase()
  return new Intl.DisplayNames('en', { type, fallback: 'none' }).of(code) !== undefined
}

function birthAdvice(text: string, today: string): ContactAdvice | undefined {
  if (!z.iso.date().safeParse(text).success) return undefined
  const born = Temporal.PlainDate.from(text)
  const now = Temporal.PlainDate.from(today)
  if (Temporal.PlainDate.compare(born, now) > 0) return { code: 'BORN_LATER' }
  return born.until(now, { largestUnit: 'year' }).years > longestLife ? { code: 'BORN_LONG_AGO' } : undefined
}
