import { describe, expect, test } from 'vitest'
import { openedMirror, smallOrder } from '../../../../support/mirror-orders'

const contact = (fields: object) => ({ order_contacts: [{ contact_type: 'BOOKER', ...fields }] })
const named = (first: string, last: string) => contact({ contact_name_first: first, contact_name_last: last })

/** Whether one order with these fields is found by what is typed; beside it stands another one that never is. */
async function finder(fields: object): Promise<(typed: string) => Promise<boolean>> {
  const { methods, take } = await openedMirror()
  const other = smallOrder({ order_reference: 'ZZZZZZZZ', ...named('Zed', 'Zorro') })
  await take([smallOrder({ order_reference: 'AAAAAAAA', ...fields }), other])
  return async (typed) => {
    const { rows } = await methods['mirror.query']({
      query: { text: typed, filters: {}, sort: { by: 'created', direction: 'desc' } },
      rows: 10,
    })
    return rows.length === 1 && rows[0]?.reference === 'AAAAAAAA'
  }
}

const cases: readonly [what: string, fields: object, found: readonly string[], not: readonly string[]][] = [
  [
    'Latin letters with and without their accents',
    named('Łukasz', 'Müller-Großmann'),
    ['lukasz', 'ŁUK', 'muller', 'Müller', 'grossm', 'großmann', 'mullergross', 'müller-gro'],
    ['ukasz', 'uller'],
  ],
  [
    'names with letters of their own',
    named('Søren', 'Æbeløe Ðorđević İlkay Þór'),
    ['soren', 'aebeloe', 'dordevic', 'ilkay', 'thor', 'SØREN Æ'],
    [],
  ],
  [
    'Greek and its last sigma',
    named('Κωνσταντίνος', 'Οικονόμου'),
    ['κωνσταντινοσ', 'ΚΩΝΣΤΑΝΤΊΝΟΣ', 'οικον'],
    [],
  ],
  [
    'names with an apostrophe, of any kind and without',
    named('Maëlle', 'D’Alençon'),
    ["d'alençon", 'dalencon', 'alencon', 'd’alen', 'D ALEN'],
    ['encon'],
  ],
  [
    'Chinese and Japanese, by any part',
    named('東京太郎', 'ハーバー'),
    ['東京太郎', '東京', '京太', '太郎', '郎', '京', 'ハー', 'バー'],
    ['京東', '郎東'],
  ],
  [
    'Korean, also in part',
    named('김민준', '서울'),
    ['김민준', '김', '민준', '준', '서울', '김민준 서울'],
    ['준김'],
  ],
  [
    'Arabic whatever form of a letter is typed',
    named('أحمد', 'فاطمة آل نهيــان'),
    ['احمد', 'أحمد', 'فاطمه', 'فاطمة', 'ال', 'نهيان'],
    ['حمد'],
  ],
  ['Cyrillic and Hebrew', named('Любов', 'שָׁלוֹם'), ['люб', 'ЛЮБОВ', 'שלום'], []],
  [
    'an e-mail and its parts',
    contact({ contact_email: 'Jan.de-Vries@Example.co.uk' }),
    ['jan.de-vries@example.co.uk', 'JAN.DE', 'vries@exam', 'example.co', 'vries'],
    ['ries@'],
  ],
  [
    'a phone number however it is written',
    contact({ contact_phone: '+31 (0)6-1234 5678' }),
    [
      '+31612345678',
      '0031612345678',
      '0612345678',
      '612345678',
      '06 1234 5678',
      '06-12345678',
      '+31 6 1234 5678',
      '+31 (0)6 12',
    ],
    ['2345678', '0712345678'],
  ],
  [
    'a national number by its international form only as far as it goes',
    contact({ contact_mobile: '030 1234567' }),
    ['0301234567', '301234567', '030 1234567', '030-123'],
    ['+49301234567'],
  ],
  [
    'references with and without what stands between their parts',
    { order_external_reference: 'WEB-7XF/B.123' },
    ['WEB-7XF/B.123', 'web7xfb123', '7xf', 'web-7x', 'aaaaaaaa', 'web 123', '123 web'],
    ['7xfb123'],
  ],
  [
    'bookings and their parts, by reference, code, title and note',
    {
      order_notes: [{ note_value: 'Wheelchair at gate 4' }],
      order_bookings: [
        {
          booking_reference: 'B9JU-21Z',
          booking_external_reference: 'EXT/77',
          product_title: 'Canal Cruise, 75 minutes',
          product_type_details: [
            { product_type_code: '0913605939191001', product_type_pass_details: { pass_code: 'PASS-9' } },
          ],
          product_combi_details: [{ booking_reference: 'PART-001', product_title: 'Rijksmuseum' }],
          booking_notes: [{ note_value: 'window seat' }],
        },
      ],
    },
    [
      'b9ju21z',
      'B9JU-2',
      'ext/77',
      'cruise canal',
      '75 min',
      '0913605939191001',
      '09136',
      'pass9',
      'part001',
      'rijks',
      'wheel gate',
      'window',
    ],
    ['museum', 'inute'],
  ],
  [
    'several words in any order',
    named('Anna Maria', 'van der Berg'),
    ['berg anna', 'der maria van', 'ann mar'],
    ['anna peter'],
  ],
]

describe('an order is found by', () => {
  test.each(cases)('%s', async (_, fields, found, not) => {
    const finds = await finder(fields)
    for (const typed of found) expect(await finds(typed), `${typed} finds it`).toBe(true)
    for (const typed of not) expect(await finds(typed), `${typed} does not find it`).toBe(false)
  })
})

describe('what is typed', () => {
  const hostile = [
    '"',
    '""',
    "'",
    '*',
    '"*():^NEAR',
    'NEAR(a b)',
    'a OR b',
    'NOT a',
    '{text}: a',
    '-a',
    'a AND',
    '^a + b',
    '\0',
    '\\',
    ';--',
    'text:anna',
    '\ud800',
    '😀',
    '()',
    'a'.repeat(200),
    '漢'.repeat(200),
    '%_',
    'ꙮp1',
    '0',
    '00',
    '+',
    '- - -',
  ]
  test.each(hostile)('is never syntax: %j', async (typed) => {
    const { methods, take } = await openedMirror()
    await take([smallOrder(named('Anna', 'Berg'))])
    const answer = await methods['mirror.query']({
      query: { text: typed, filters: {}, sort: { by: 'created', direction: 'desc' } },
      rows: 10,
    })
    expect(answer.total).toBeDefined()
  })

  test('without a letter or digit narrows nothing', async () => {
    const { methods, take } = await openedMirror()
    await take([smallOrder()])
    const query = { text: '"*()', filters: {}, sort: { by: 'created', direction: 'desc' } } as const
    expect(await methods['mirror.query']({ query, rows: 10 })).toMatchObject({ total: 1 })
  })
})
