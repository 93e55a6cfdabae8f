import { promisify } from 'node:util'
import { gunzip as gunzipCallback } from 'node:zlib'
import { request } from 'undici'
import type { Account } from './client'
import { createRawClient } from './raw-client'

const gunzip = promisify(gunzipCallback)

/** The least that could be done: a token, kept connections, the same requests so many at a time, nothing recorded. */
export async function createRawCommands(account: Account, concurrency: number) {
  const { base, dispatcher, headers: plain, close } = await createRawClient(account, concurrency)
  // Compressed, as the client asks for: the server's part is the same on both sides.
  const headers = { ...plain, 'accept-encoding': 'gzip' }
  const send = async (method: 'GET' | 'PUT' | 'DELETE', path: string): Promise<unknown> => {
    const answer = await request(base + path, { dispatcher, method, headers })
    const bytes = Buffer.from(await answer.body.arrayBuffer())
    const text = answer.headers['content-encoding'] === 'gzip' ? await gunzip(bytes) : bytes
    const body: unknown = JSON.parse(text.toString())
    if (answer.statusCode !== 200) throw new Error(`${method} ${path}: ${answer.statusCode}`)
    return body
  }
  return {
    send,
    /** So many things of which a page of the list of orders has some. */
    listed: async <Order, Found>(
      wanted: number,
      pick: (order: Order) => readonly Found[],
    ): Promise<Found[]> => {
      const found: Found[] = []
      for (let page = 1; found.length < wanted; page += 1) {
        const answer = (await send('GET', `/orders?items_per_page=100&page=${page}`)) as {
          data: { items: Order[] }
        }
        if (answer.data.items.length === 0) throw new Error(`only ${found.length} of ${wanted} are there`)
        found.push(...answer.data.items.flatMap(pick))
      }
      return found.slice(0, wanted)
    },
    /** Does the same to each, so many at a time. */
    each: async <Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> => {
      const queue = items.values()
      const worker = async () => {
        for (const item of queue) await work(item)
      }
      await Promise.all(Array.from({ length: concurrency }, worker))
    },
    close,
  }
}
