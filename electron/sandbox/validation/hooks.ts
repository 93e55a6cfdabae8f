import type { FastifyInstance } from 'fastify'
import { stringifyJson } from '../http/json'
import { invalidRequest } from '../http/refusal'
import { findDescription } from './description'

/**
 * Holds every call to the OpenAPI file: a request that violates it is refused with 400 (rule 62), an answer
 * that violates it becomes 500 and is noted, because then the sandbox itself is wrong.
 */
export function addValidation(app: FastifyInstance, violations: string[]): void {
  app.addHook('preHandler', async (request) => {
    const { operation } = request.routeOptions.config
    if (operation === undefined) return
    request.call.check = () => {
      const body: unknown = request.body === undefined ? undefined : JSON.parse(stringifyJson(request.body))
      const problems = findDescription().checkRequest(operation, { ...Object(request.query) }, body)
      if (problems.length > 0) throw invalidRequest(...problems)
    }
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const { operation } = request.routeOptions.config
    const isJson = String(reply.getHeader('content-type') ?? '').startsWith('application/json')
    if (request.call.spoilt || operation === undefined || !isJson || typeof payload !== 'string')
      return payload
    const problems = findDescription().checkResponse(operation, reply.statusCode, JSON.parse(payload))
    if (problems.length === 0) return payload
    const report = `${request.method} ${request.url} ${reply.statusCode}: ${problems.slice(0, 10).join('; ')}`
    violations.push(report)
    process.stderr.write(`sandbox: the answer violates the OpenAPI file: ${report}\n`)
    reply.code(500)
    return JSON.stringify({
      error: 'RESPONSE_VIOLATION',
      error_description: report,
      errors: problems.slice(0, 10),
    })
  })
}
