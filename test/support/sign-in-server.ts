import { type ApiServer, json, startApiServer } from './api-server'
import { deskAccount } from './desk-account'

/** What was tried to sign in with, as `clientId:clientSecret`, in order. */
export const signIns = (server: ApiServer): string[] =>
  server.tokenCalls().map(({ headers: { authorization = '' } }) => {
    const [, credentials = ''] = authorization.split(' ')
    return Buffer.from(credentials, 'base64').toString()
  })

/** An API of one account: it signs in whoever has these credentials, and has no orders. */
export function startSignInServer(credentials: string): Promise<ApiServer> {
  const expected = `Basic ${Buffer.from(credentials).toString('base64')}`
  return startApiServer(
    ({ path }, response) =>
      path.endsWith('/system/ping')
        ? response.writeHead(200).end()
        : json(response, { api_version: '3.8', data: { items_per_page: 10, total_items: 0, items: [] } }),
    ({ headers }, response) =>
      headers.authorization === expected
        ? json(response, { access_token: deskAccount.token, token_type: 'Bearer', expires_in: 3600 })
        : json(response, { error: 'invalid_client' }, 401),
  )
}
