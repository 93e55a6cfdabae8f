import { afterEach, describe, expect, it } from 'vitest'
import { createGetOrder } from '../../../../../electron/features/orders/get-order'
import { clientFor, connectionTo, profileId } from '../../../../support/api-client'
import { type Answering, type ApiServer, json, startApiServer } from '../../../../support/api-server'

const reference = 'PRI8841203977'

let server: ApiServer | undefined
let closeClient: (() => Promise<void>) | undefined

afterEach(async () => {
  await closeClient?.()
  await server?.close()
})

async function setUp(answer: Answering) {
  server = await startApiServer(answer)
  const { api } = clientFor(connectionTo(server.baseAddress))
  closeClient = () => api.close()
  const read = createGetOrder({ api, now: () => 1_000 })
  return {
    calls: server.calls,
    get: async (over: { version?: number; fresh?: boolean } = {}) =>
      read({ profile: profileId, order: reference, ...over }, { windowId: 1 }),
  }
}

const order = (over: object = {}) => ({ data: { order: { order_reference: reference, ...over } } })

describe('reading one order', () => {
  it('answers its JSON as received, to the last digit, beside the data', async () => {
    const raw = `{ "order_reference": "${reference}", "id": 159118380521834001, "fee": 20.50 }`
    const { get } = await setUp((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(`{"data": {"order": ${raw}}}`)
    })
    expect(await get()).toEqual({
      ok: true,
      value: {
        order: { order_reference: reference, id: '159118380521834001', fee: '20.50' },
        raw,
        readAt: 1_000,
      },
    })
  })

  it('goes past the cache of the API when it must be fresh (rule 42)', async () => {
    const { get, calls } = await setUp((_, response) => json(response, order()))
    await get()
    await get({ fresh: true })
    expect(calls().map(({ query }) => query.get('cache'))).toEqual([null, 'false'])
  })

  it('asks for an earlier version', async () => {
    const { get, calls } = await setUp((_, response) => json(response, order({ order_version: 2 })))
    expect(await get({ version: 2 })).toMatchObject({ ok: true })
    expect(calls()[0]?.query.get('order_version')).toBe('2')
  })

  it('refuses a version that is answered with another one', async () => {
    const { get } = await setUp((_, response) => json(response, order({ order_version: 3 })))
    expect(await get({ version: 2 })).toMatchObject({
      ok: false,
      error: { code: 'VERSION_UNAVAILABLE', changed: 'no', requestId: expect.any(String) },
    })
  })

  it('passes the refusal of the API on', async () => {
    const { get } = await setUp((_, response) => json(response, { error: 'NOT_FOUND' }, 404))
    expect(await get()).toMatchObject({ ok: false, error: { code: 'NOT_FOUND', upstream: { status: 404 } } })
  })
})
