import { appError } from '@shared/kernel/app-error'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, test } from 'vitest'
import { OperationError } from '../../../../renderer/lib/ipc'
import { newsOfServer, nextUnreachable, type ServerNews } from '../../../../renderer/shell/use-connectivity'

/** Whether a failure to reach the server of profile `one` stood, after each event that was about it. */
let said: boolean[]
let client: QueryClient

beforeEach(() => {
  said = []
  let unreachable: ServerNews | undefined
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.getQueryCache().subscribe((event) => {
    const news = newsOfServer(event, 'one')
    if (!news) return
    unreachable = nextUnreachable(unreachable, news)
    said.push(unreachable === undefined)
  })
})

const ask = (queryKey: unknown[], answer: () => unknown) =>
  client.fetchQuery({ queryKey, queryFn: async () => answer() }).catch(() => {})

const fail = (code: string) => () => {
  throw new OperationError(appError<string>(code, ''))
}

describe('the server of a profile', () => {
  test('has been reached when it answered, whatever it answered', async () => {
    await ask(['orders', 'one'], () => 1)
    await ask(['orders', 'one', 'x'], fail('NOT_FOUND'))
    expect(said).toEqual([true, true])
  })

  test('has not been reached when the connection failed, until the same is answered', async () => {
    await ask(['orders', 'one'], fail('OFFLINE'))
    await ask(['operations', 'one'], () => 'from this computer')
    await ask(['orders', 'one', 'order'], () => 1)
    expect(said).toEqual([false, false, true])
  })

  test('is not what other profiles, other questions and our own writes to the cache are about', async () => {
    await ask(['orders', 'two'], fail('OFFLINE'))
    await ask(['settings'], () => 1)
    client.setQueryData(['orders', 'one'], 1)
    expect(said).toEqual([])
  })
})
