import type { Page } from '@playwright/test'
import { deskAccount } from './desk-account'

/** What a person does in Settings. */
export function settingsPage(page: Page) {
  const form = page.getByRole('form')
  const field = (label: string) => form.getByLabel(label, { exact: true })
  return {
    form,
    field,
    readOnly: form.getByRole('switch', { name: 'Read only' }),
    keychainNotice: page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Try again' }) }),
    profile: (name: string) => page.getByRole('row').filter({ hasText: name }),
    open: () => page.getByRole('link', { name: 'Settings' }).click(),
    add: () => page.getByRole('button', { name: 'Add a profile' }).click(),
    edit: (name: string) => page.getByRole('button', { name: `Edit ${name}` }).click(),
    fill: async (values: { name: string; address: string; secret: string }) => {
      await field('Name').fill(values.name)
      await field('Environment').selectOption('custom')
      await field('Base address').fill(values.address)
      await field('Client ID').fill(deskAccount.clientId)
      await field('Client secret').fill(values.secret)
      await field('Distributor ID').fill('501')
    },
    save: () => form.getByRole('button', { name: 'Save profile' }).click(),
    test: () => form.getByRole('button', { name: 'Test connection' }).click(),
    /** What the last test of the connection showed. */
    testResult: form.getByRole('status').first(),
  }
}
export type SettingsPage = ReturnType<typeof settingsPage>
