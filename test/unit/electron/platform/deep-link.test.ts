import { describe, expect, test } from 'vitest'
import { routeInArguments, routeOfLink } from '../../../../electron/platform/deep-link'

describe('a link from outside', () => {
  test.each([
    ['gatehouse://order/PRI88412039', '/orders/PRI88412039'],
    ['GATEHOUSE://order/PRI88412039/', '/orders/PRI88412039'],
    [' gatehouse://order/PRI88412039\n', '/orders/PRI88412039'],
    ['gatehouse://order/PRI%2D88412039', '/orders/PRI-88412039'],
    ['gatehouse://order/PRI88412039%25', '/orders/PRI88412039%25'],
  ])('%j shows an order', (link, route) => {
    expect(routeOfLink(link)).toBe(route)
  })

  test.each([
    'gatehouse://order/',
    'gatehouse://order/short',
    'gatehouse://order/PRI88412039/cancel',
    'gatehouse://order/PRI88412039?do=cancel',
    'gatehouse://order/PRI88412039#raw',
    'gatehouse://order/..%2F..%2Fsettings',
    'gatehouse://order/PRI%0088412039%20',
    'gatehouse://order/%E0%A4%A',
    'gatehouse://settings',
    'https://order/PRI88412039',
    'javascript:gatehouse://order/PRI88412039',
    `gatehouse://order/${'x'.repeat(200)}`,
    '--gatehouse://order/PRI88412039',
  ])('%j stands for nothing', (link) => {
    expect(routeOfLink(link)).toBeUndefined()
  })

  test('is found among the arguments of a program, the last of several', () => {
    expect(routeInArguments(['gatehouse', '--flag', '/some/file'])).toBeUndefined()
    expect(
      routeInArguments([
        'gatehouse',
        'gatehouse://order/PRI88412039',
        '--x',
        'gatehouse://order/PRI88412040',
      ]),
    ).toBe('/orders/PRI88412040')
  })
})
