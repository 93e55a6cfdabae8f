import { afterEach, describe, expect, test } from 'vitest'
import { clientFor, connectionTo } from '../../../../support/api-client'
import { type ApiServer, json, startApiServer } from '../../../../support/api-server'

let server: ApiServer
afterEach(() => server.close())
const start = async (over: { distributorId?: string } = {}) => {
  server = await startApiServer(({ path }, response) =>
    json(response, { data: path === '/products' ? { items: [] } : { product: { product_id: '1' } } }),
  )
  return clientFor(connectionTo(server.baseAddress, over)).profile
}

describe('products', () => {
  test('are listed with filters and the distributor of the profile', async () => {
    const { products } = await start()
    expect(await products.list({ product_supplier: ['1', '2'], product_favorite: true })).toMatchObject({
      ok: true,
    })
    expect(server.calls()[0]?.url).toBe(
      '/v3.8/distributor/products?distributor_id=501&product_supplier=1,2&product_favorite=true',
    )
  })

  test('are read one by one, in a language (rule 194)', async () => {
    const { products } = await start()
    const result = await products.get('62519', { product_content_language: 'nl', distributor_id: '7' })
    expect(result).toMatchObject({ ok: true, value: { value: { data: { product: { product_id: '1' } } } } })
    expect(server.calls()[0]?.url).toBe(
      '/v3.8/distributor/products/62519?distributor_id=7&product_content_language=nl',
    )
  })

  test('are asked for without a distributor when the profile has none', async () => {
    const { products } = await start({ distributorId: '' })
    await products.list()
    expect(server.calls()[0]?.url).toBe('/v3.8/distributor/products')
  })
})

describe('the system calls', () => {
  test('need no token and no body', async () => {
    server = await startApiServer((_, response) => response.writeHead(204).end())
    const { system } = clientFor(connectionTo(server.baseAddress)).profile
    expect(await system.ping()).toEqual({ ok: true, value: null })
    expect(await system.status()).toEqual({ ok: true, value: null })
    expect(server.arrivals.map(({ url }) => url)).toEqual([
      '/v3.8/distributor/system/ping',
      '/v3.8/distributor/system/status',
    ])
    expect(server.arrivals.every(({ headers }) => headers.authorization === undefined)).toBe(true)
  })
})
