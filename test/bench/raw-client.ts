import { Agent, request } from 'undici'
import type { Account } from './client'

/** The least that talks to the API: a token, kept connections, nothing checked. */
export async function createRawClient({ origin, clientId, clientSecret }: Account, connections?: number) {
  const dispatcher = new Agent(connections === undefined ? {} : { connections })
  const base = `${origin}/v3.8/distributor`
  const granted = await request(`${base}/oauth2/token`, {
    dispatcher,
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ grant_type: 'client_credentials' }),
  })
  const token = (await granted.body.json()) as { access_token: string }
  const headers = { authorization: `Bearer ${token.access_token}`, accept: 'application/json' }
  return {
    ...{ base, dispatcher, headers, token },
    /** The body of what is at a path below the API's base. */
    get: async (path: string) => (await request(base + path, { dispatcher, headers })).body,
    close: () => dispatcher.close(),
  }
}
