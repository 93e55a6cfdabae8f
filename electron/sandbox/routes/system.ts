import type { Handlers } from '../context'

/** Token, ping and status: the calls that need no token. */
export const systemHandlers: Handlers = {
  getToken: (request, reply, { tokens }) => {
    const grant = tokens.grant(request.headers.authorization, request.body)
    reply.header('Cache-Control', 'no-store')
    return grant
  },
  // No content in the samples; 200 is chosen over 204.
  getSystemPing: (_request, reply) => reply.send(),
  getSystemStatus: (_request, reply) => reply.send(),
}
