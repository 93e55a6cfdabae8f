import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * Every word on file is shown somewhere. That every word shown is on file is the compiler's part: keys are typed by the
 * English files (renderer/lib/i18n.ts).
 */

const root = resolve(import.meta.dirname, '../../..')

/**
 * Keys that are put together while running, by namespace: `*` is what is put in. It must stand in the source by itself,
 * as a value of some type, but for {@link openFamilies}.
 */
const families: Readonly<Record<string, readonly string[]>> = {
  amendments: [
    'amend.bookings.fixed.*',
    'amend.bookings.obstacle.*',
    'amend.bookings.problem.*',
    'amend.contacts.advice.*',
    'amend.contacts.problem.*',
    'amend.entries.add.*',
    'amend.entries.new.*',
    'amend.section.*',
    'list.view.*',
    'amend.problem.*',
    'amend.progress.*',
    'sendTickets.obstacle.*',
    'sendTickets.progress.*',
  ],
  batches: [
    'act.*',
    'advice.*',
    'batchColumns.*',
    'columns.*',
    'count.*',
    'effect.*',
    'effect.mail.*',
    'finding.*',
    'form.about.*',
    'group.*',
    'kind.*',
    'lineColumns.*',
    'lineState.*',
    'noRefund.*',
    'notComputed.*',
    'notice.*',
    'run.copy.*',
    'start.problem.*',
    'selection.*',
    'state.*',
    'title.*',
    'why.*',
  ],
  cancellations: [
    'reasons.*',
    'list.columns.*',
    'list.level.*',
    'obstacle.*',
    'effect.noRefund.*',
    'effect.notComputed.*',
    'effect.uncertain.*',
    'progress.heading.*',
    'progress.target.*',
    'progress.difference.*',
    'progress.refundStatus.*',
  ],
  contacts: [
    'advice.*',
    'columns.*',
    'doubles.reason.*',
    'edit.moved.*',
    'edit.problem.*',
    'edit.progress.*',
    'orders.found.*',
  ],
  errors: ['codes.*.title', 'codes.*.explanation', 'codes.*.nextStep', 'changed.*', 'reasons.*.*'],
  grid: ['library.*', 'density.*'],
  mirror: ['why.*', 'export.kind.*', 'export.hint.*'],
  operations: [
    'tabs.*',
    'columns.*',
    'state.*',
    'kind.*',
    'filter.*',
    'target.*',
    'empty.missing.*',
    'journal.gap.*',
    'journal.unusable.*',
    'detail.sentence.*',
    'detail.difference.*',
    'detail.result.*',
    'detail.step.*',
  ],
  order: [
    'cannotCancel.*',
    'tabs.*',
    'bookings.*',
    'bookings.role.*',
    'terms.*',
    'terms.reading.*',
    'terms.undated.*',
    'contacts.groups.*',
    'about.*',
    'links.*',
    'words.*.*',
    'fields.*',
  ],
  orders: [
    'columns.*',
    'status.*',
    'bookingStatus.*',
    'payment.*',
    'channel.*',
    'search.kind.*',
    'filters.feeChoice.*',
    'filters.refundChoice.*',
    'filters.reviewChoice.*',
    'views.builtIn.*',
    'views.hint.*',
    'filters.name.*',
    'filters.preset.*',
    'filters.usedChoice.*',
    'filters.wrong.*',
  ],
  overview: ['face.*', 'groups.kind.*'],
  payments: [
    'email.obstacle.*',
    'email.progress.*',
    'cancel.progress.*',
    'manual.obstacle.*',
    'manual.problem.*',
    'manual.progress.*',
  ],
  privacy: [
    'certificate.result.*',
    'certificate.save.*',
    'certificate.verification.*',
    'checks.outcome.*',
    'checks.verdict.*',
    'checks.verdictHint.*',
    'columns.*',
    'copies.file.*',
    'copies.place.*',
    'copies.result.*',
    'copies.why.*',
    'export.as.*',
    'find.place.*',
    'find.placeState.*',
    'find.why.*',
    'form.*',
    'form.problem.*',
    'group.*',
    'hold.*',
    'left.remedy.*',
    'left.unread.say.*',
    'left.unread.what.*',
    'line.*',
    'line.why.*',
    'match.*',
    'match.what.*',
    'page.*',
    'retention.sinceChoice.*',
    'state.*',
    'step.name.*',
    'step.state.*',
    'surety.*',
  ],
  profiles: [
    'secret.*',
    'access.*',
    'form.guessed.*',
    'form.savedIn.*',
    'invalid.*',
    'test.problems.*.title',
    'test.problems.*.advice',
    'keychain.*.title',
    'keychain.*.body',
    'keychain.steps.*.*',
  ],
  refunds: [
    'other.identifier.*',
    'other.act.*',
    'effect.*',
    'confirm.*',
    'obstacle.*',
    'cannot.*',
    'progress.*',
    'view.*',
    'columns.*',
  ],
  settings: ['appearance.colorSchemes.*', 'appearance.densities.*', 'journal.flaw.*', 'language.*'],
  vouchers: ['release.obstacle.*', 'release.progress.*'],
  stock: [
    'columns.*',
    'export.hint.*',
    'export.kind.*',
    'import.problem.*',
    'leftOut.*',
    'obstacle.*',
    'paste.*',
    'problem.*',
    'result.*',
    'rules.*',
    'rules.hint.*',
    'save.all.*',
    'save.choice.*',
    'standing.*',
    'view.*',
  ],
  shell: ['shortcuts.*', 'shortcutGroups.*', 'palette.groups.*', 'environments.*', 'offline.*', 'keychain.*'],
}

/** Put in by others: the names of AG Grid's own texts, and the API's names of fields. */
const openFamilies: readonly string[] = ['library.*', 'fields.*']

/** Where a key is put together otherwise than by its beginning: what does it. */
const keyedBy: Readonly<Record<string, string>> = {
  'columns.*': "t('columns', { returnObjects: true })",
  'list.columns.*': "t('list.columns', { returnObjects: true })",
  'lineColumns.*': "t('lineColumns', { returnObjects: true })",
  'batchColumns.*': "t('batchColumns', { returnObjects: true })",
}

type Tree = { readonly [key: string]: string | Tree }

/** `{ a: { b: 'x' } }` → `a.b`, without the endings of plurals. */
const keysOf = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [path + key.replace(/_(zero|one|other)$/, '')]
      : keysOf(value, `${path}${key}.`),
  )

const source = ['renderer', 'shared', 'electron']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => !file.includes(join('electron', 'sandbox')))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

/** Whole texts between quotes, without the namespace. */
const literals = new Set([...source.matchAll(/['"`](?:\w+:)?([\w.-]+)['"`]/g)].map(([, text]) => text))
/** All words, as values of types may stand bare as names of fields. */
const words = new Set(source.match(/\w+/g))

const folder = join(root, 'resources/locales/en')
const namespaces = readdirSync(folder).map((file) => file.replace(/\.json$/, ''))

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const shapeOf = (family: string) => new RegExp(`^${family.split('*').map(escaped).join('([^.]+)')}$`)

function isUsed(namespace: string, key: string): boolean {
  // Main reads its words as fields of an object.
  if (namespace === 'native') return key.split(/[.-]/).every((part) => words.has(part))
  if (literals.has(key)) return true
  return (families[namespace] ?? []).some((family) => {
    const put = shapeOf(family).exec(key)?.slice(1)
    return put?.every(
      (part) => openFamilies.includes(family) || part.split('-').every((one) => words.has(one)),
    )
  })
}

test.each(namespaces)('the words of %s are all used', (namespace) => {
  const tree = JSON.parse(readFileSync(join(folder, `${namespace}.json`), 'utf8')) as Tree
  expect(keysOf(tree).filter((key) => !isUsed(namespace, key))).toEqual([])
})

describe('the list of keys that are put together', () => {
  test.each(Object.entries(families))('of %s has none that are not', (namespace, own) => {
    const keys = keysOf(JSON.parse(readFileSync(join(folder, `${namespace}.json`), 'utf8')) as Tree)
    for (const family of own) {
      const begun = [`${family.slice(0, family.indexOf('*'))}\${`, keyedBy[family] ?? '']
      expect(
        begun.some((text) => text !== '' && source.includes(text)),
        family,
      ).toBe(true)
      expect(
        keys.some((key) => shapeOf(family).test(key)),
        family,
      ).toBe(true)
    }
  })
})
