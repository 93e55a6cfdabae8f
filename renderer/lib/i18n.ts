import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import amendmentsEn from '../../resources/locales/en/amendments.json'
import batchesEn from '../../resources/locales/en/batches.json'
import cancellationsEn from '../../resources/locales/en/cancellations.json'
import contactsEn from '../../resources/locales/en/contacts.json'
import errorsEn from '../../resources/locales/en/errors.json'
import gridEn from '../../resources/locales/en/grid.json'
import mirrorEn from '../../resources/locales/en/mirror.json'
import operationsEn from '../../resources/locales/en/operations.json'
import orderEn from '../../resources/locales/en/order.json'
import ordersEn from '../../resources/locales/en/orders.json'
import overviewEn from '../../resources/locales/en/overview.json'
import paymentsEn from '../../resources/locales/en/payments.json'
import privacyEn from '../../resources/locales/en/privacy.json'
import profilesEn from '../../resources/locales/en/profiles.json'
import refundsEn from '../../resources/locales/en/refunds.json'
import settingsEn from '../../resources/locales/en/settings.json'
import shellEn from '../../resources/locales/en/shell.json'
import stockEn from '../../resources/locales/en/stock.json'
import uiEn from '../../resources/locales/en/ui.json'
import vouchersEn from '../../resources/locales/en/vouchers.json'
import amendmentsNl from '../../resources/locales/nl/amendments.json'
import batchesNl from '../../resources/locales/nl/batches.json'
import cancellationsNl from '../../resources/locales/nl/cancellations.json'
import contactsNl from '../../resources/locales/nl/contacts.json'
import errorsNl from '../../resources/locales/nl/errors.json'
import gridNl from '../../resources/locales/nl/grid.json'
import mirrorNl from '../../resources/locales/nl/mirror.json'
import operationsNl from '../../resources/locales/nl/operations.json'
import orderNl from '../../resources/locales/nl/order.json'
import ordersNl from '../../resources/locales/nl/orders.json'
import overviewNl from '../../resources/locales/nl/overview.json'
import paymentsNl from '../../resources/locales/nl/payments.json'
import privacyNl from '../../resources/locales/nl/privacy.json'
import profilesNl from '../../resources/locales/nl/profiles.json'
import refundsNl from '../../resources/locales/nl/refunds.json'
import settingsNl from '../../resources/locales/nl/settings.json'
import shellNl from '../../resources/locales/nl/shell.json'
import stockNl from '../../resources/locales/nl/stock.json'
import uiNl from '../../resources/locales/nl/ui.json'
import vouchersNl from '../../resources/locales/nl/vouchers.json'

/** English is the source of the keys: a key that is not in it does not compile. */
const en = {
  amendments: amendmentsEn,
  batches: batchesEn,
  cancellations: cancellationsEn,
  contacts: contactsEn,
  errors: errorsEn,
  grid: gridEn,
  mirror: mirrorEn,
  operations: operationsEn,
  order: orderEn,
  orders: ordersEn,
  overview: overviewEn,
  payments: paymentsEn,
  privacy: privacyEn,
  profiles: profilesEn,
  refunds: refundsEn,
  settings: settingsEn,
  shell: shellEn,
  stock: stockEn,
  ui: uiEn,
  vouchers: vouchersEn,
}
const nl: Translated<typeof en> = {
  amendments: amendmentsNl,
  batches: batchesNl,
  cancellations: cancellationsNl,
  contacts: contactsNl,
  errors: errorsNl,
  grid: gridNl,
  mirror: mirrorNl,
  operations: operationsNl,
  order: orderNl,
  orders: ordersNl,
  overview: overviewNl,
  payments: paymentsNl,
  privacy: privacyNl,
  profiles: profilesNl,
  refunds: refundsNl,
  settings: settingsNl,
  shell: shellNl,
  stock: stockNl,
  ui: uiNl,
  vouchers: vouchersNl,
}

/** The same keys in the same places, any text. */
type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: typeof en
  }
}

export const languages = ['en', 'nl'] as const
export type Language = (typeof languages)[number]

export async function startI18n(language: string): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en, nl },
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
  })
}
