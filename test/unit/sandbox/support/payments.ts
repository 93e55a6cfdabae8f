import type { OrderDocument, PaymentDocument } from '../../../../electron/sandbox/orders/document'
import type { Answer, TestClient } from './client'

/** `data.payment` of `POST /payments`. */
export interface PaymentResult {
  readonly payment_object_type: string
  readonly payment_details: PaymentDocument
  readonly [other: string]: unknown
}

let keys = 0
export const newKey = (): string => `OWN-KEY-${++keys}`

/** A manual payment in cash under a key of its own. */
export function manual(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    payment_object_type: 'MANUAL',
    payment_merchant_reference: newKey(),
    payment_method: 'CASH',
    ...changes,
  }
}

export const post = (client: TestClient, query: string, payment: unknown): Promise<Answer> =>
  client.send('POST', `/payments?${query}`, { data: { payment } })

/** Pays and gives the outcome; throws when refused. */
export async function pay(
  client: TestClient,
  order: OrderDocument,
  payment: object,
  query = '',
): Promise<PaymentResult> {
  const answer = await post(client, `order_reference=${order.order_reference}${query}`, payment)
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`)
  return answer.json.data?.payment as unknown as PaymentResult
}
