import type { FastifyRequest } from 'fastify'
import type { Context } from '../context'
import { invalidRequest } from '../http/refusal'
import { moveContact } from './contact-moves'
import type { Fault } from './fault'
import { someoneElse } from './someone-else'
import { moveStock } from './stock-moves'

const KINDS = ['someone-else', 'contact-moves', 'stock-moves'] as const

type Interference = Extract<Fault, { kind: (typeof KINDS)[number] }>

/** Faults that change what the call is about, behind its back. */
export function isInterference(fault: Fault): fault is Interference {
  return KINDS.some((kind) => kind === fault.kind)
}

/** Lets somebody else act on what the fault names, or else the path or query of the call. */
export async function interfere(
  context: Context,
  fault: Interference,
  { url, call }: FastifyRequest,
): Promise<void> {
  const [path = '', query = ''] = url.split('?')
  const named = (inPath: RegExp, parameter: string) =>
    inPath.exec(path)?.[1] ?? new URLSearchParams(query).get(parameter) ?? undefined
  switch (fault.kind) {
    case 'someone-else': {
      const reference = fault.reference ?? named(/\/orders\/(\w+)/, 'order_reference')
      await someoneElse(context, known(reference, 'an order'), fault.change, call.id)
      return
    }
    case 'contact-moves': {
      const uid = fault.uid ?? named(/\/contacts\/([\w-]+)/, 'order_contact_uid')
      await moveContact(context, known(uid, 'a contact'), fault.change)
      return
    }
    case 'stock-moves': {
      const id = fault.id ?? named(/\/stock\/(\w+)/, 'stock_id')
      await moveStock(context, known(id, 'a stock row'), fault.change, call.id)
    }
  }
}

function known(key: string | undefined, what: string): string {
  if (key === undefined) throw invalidRequest(`the fault needs the key of ${what}`)
  return key
}
