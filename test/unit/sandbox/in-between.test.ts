import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SandboxConfig } from '../../../electron/sandbox'
import { activeOf, amended, kinds, resent } from './support/amendments'
import { startTestSandbox, type TestClient, type TestClock, testClock } from './support/client'
import { controlOf, FAULT_TOKEN } from './support/control'
import { booking, cancelled, minor, refunds, remove, scenario, ticket, total } from './support/orders'
import { newKey, pay } from './support/payments'

let stateDir: string
let clock: TestClock
let client: TestClient
let control: ReturnType<typeof controlOf>

async function start(config: Partial<SandboxConfig> = {}): Promise<void> {
  client = await startTestSandbox(
    { orders: 700, faultToken: FAULT_TOKEN, tokenSeconds: 1_000_000, stateDir, ...config },
    clock,
  )
  control = controlOf(client)
}

async function restart(config: Partial<SandboxConfig> = {}): Promise<void> {
  await client.sandbox.close()
  await start(config)
}

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'sandbox-between-'))
  clock = testClock()
  await start()
})
afterEach(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
  await rm(stateDir, { recursive: true, force: true })
})

describe('somebody else', () => {
  const touch = async (key: string, change: object) => {
    const before = await scenario(client, key)
    const answer = await control.call('POST', `/touch/${before.order_reference}`, change)
    if (answer.status !== 200) throw new Error(answer.text)
    return { before, after: await client.order(before.order_reference) }
  }

  it('writes a note, phones another number, notes something on a booking: a version more each', async () => {
    const note = await touch('DEMO-JPY', { what: 'note', value: 'Call back' })
    expect(note.after.order_notes).toMatchObject([{ note_value: 'Call back' }])
    const contact = await touch('DEMO-JPY', { what: 'contact', phone: '+31201234567' })
    expect(contact.after.order_contacts?.[0]).toMatchObject({ contact_phone: '+31201234567' })
    const own = await touch('DEMO-SPLIT-BOOKINGS', { what: 'booking', booking: 2 })
    expect(own.after.order_bookings.map((each) => each.booking_version)).toEqual([1, 2])
    expect([note.after.order_version, contact.after.order_version, own.after.order_version]).toEqual([
      2, 3, 2,
    ])
    expect(own.after.order_modified_name).toBe('Someone Else')
  })

  it('sets a status, a price, uses a ticket, cancels, refunds', async () => {
    const status = await touch('DEMO-BHD', { what: 'status', status: 'BOOKING_PENDING_GUEST' })
    expect(booking(status.after).booking_status).toBe('BOOKING_PENDING_GUEST')
    const price = await touch('DEMO-DKK', { what: 'price', amount: '-10.00' })
    expect(total(price.before) - total(price.after)).toBe(1000)
    const used = await touch('DEMO-PROMO', { what: 'redeem' })
    expect(ticket(booking(used.after)).product_type_redemption_status).toBe('REDEEMED')
    const part = await touch('DEMO-KWD', { what: 'cancel', ticket: true })
    expect(activeOf(booking(part.after)).length).toBe(activeOf(booking(part.before)).length - 1)
    const gone = await touch('DEMO-FAMILY', { what: 'cancel' })
    expect(gone.after.order_status).toBe('ORDER_CANCELLED')
    const back = await touch('DEMO-SPLIT', { what: 'refund' })
    expect(refunds(back.after)).toHaveLength(2)
    expect(
      (await control.call('POST', `/touch/${back.after.order_reference}`, { what: 'dance' })).status,
    ).toBe(400)
  })

  it('comes between a read and the write that follows it', async () => {
    const before = await scenario(client, 'DEMO-JPY')
    await control.fault({
      kind: 'someone-else',
      method: 'DELETE',
      path: '/orders/*',
      change: { what: 'cancel', ticket: true },
    })
    const answer = await remove(
      client,
      before,
      `product_type_transaction_id=${activeOf(booking(before))[0]?.product_type_transaction_id}`,
    )
    expect([answer.status, answer.json.error]).toEqual([409, 'TICKET_ALREADY_CANCELLED'])
    const truth = await control.truth(before.order_reference)
    expect(truth.commits.map((commit) => commit.kind)).toEqual(['TOUCH'])
  })

  it('comes right after a write, before its answer arrives: the answer is not the newest any more', async () => {
    const before = await scenario(client, 'DEMO-SPLIT')
    await control.fault({
      kind: 'someone-else',
      method: 'DELETE',
      path: '/payments',
      reference: before.order_reference,
      change: { what: 'note' },
      after: true,
    })
    const answer = await client.send(
      'DELETE',
      `/payments?payment_id=${before.order_payments?.[0]?.payment_id}`,
    )
    expect(answer.status).toBe(200)
    const truth = await control.truth(before.order_reference)
    expect(truth.commits.map((commit) => commit.kind)).toEqual(['REFUND', 'TOUCH'])
    const [arrival] = await control.arrivals('DELETE')
    expect(arrival?.committed).toEqual({ reference: before.order_reference, version: 1 })
    expect((await client.order(before.order_reference)).order_version).toBe(2)
  })

  it('an amendment made on what was read before overwrites a note: the API has no guard (rule 153)', async () => {
    const before = await scenario(client, 'DEMO-DKK')
    await control.fault({ kind: 'someone-else', method: 'PUT', path: '/orders/*', change: { what: 'note' } })
    const after = await amended(client, before, [])
    expect(after.order_version).toBe(3)
    expect(after).not.toHaveProperty('order_notes')
  })
})

describe('a refund that the payment provider carries out later', () => {
  beforeEach(() => restart({ refundMs: 60_000 }))

  it.each(['DELETE /payments', 'DELETE /orders'])(
    '%s: comes back pending, and is settled in its own record',
    async (call) => {
      const before = await scenario(client, 'DEMO-SPLIT')
      if (call === 'DELETE /orders') await cancelled(client, before)
      else await client.send('DELETE', `/payments?order_reference=${before.order_reference}`)
      const asked = await client.order(before.order_reference)
      expect(refunds(asked).map((refund) => refund.payment_status)).toEqual(['PENDING', 'PENDING'])
      expect(minor(asked, asked.order_payments?.[0]?.payment_total)).toBe(0)
      const again = await client.send('DELETE', `/payments?order_reference=${before.order_reference}`)
      expect(again.status).toBe(409)
      clock.advance(59_000)
      expect(await client.order(before.order_reference)).toEqual(asked)
      clock.advance(1000)
      const done = await client.order(before.order_reference)
      expect(refunds(done).map((refund) => refund.payment_status)).toEqual(['REFUNDED', 'REFUNDED'])
      expect(done.order_payments?.map((payment) => payment.payment_id)).toEqual(
        asked.order_payments?.map((payment) => payment.payment_id),
      )
      expect(done.order_version).toBe(asked.order_version)
    },
  )

  it('also after a restart, and refused when the provider says so: the money is there to be refunded again', async () => {
    const before = await scenario(client, 'DEMO-TERMS-FREE')
    await client.send('DELETE', `/payments?order_reference=${before.order_reference}`)
    await restart({ refundMs: 60_000 })
    await control.call('POST', '/settle', { accepted: false, reference: before.order_reference })
    const refused = await client.order(before.order_reference)
    expect(refunds(refused).map((refund) => refund.payment_status)).toEqual(['REFUSED'])
    expect(refused.order_payments?.[0]?.payment_total).toBe(before.order_pricing.price_total)
    expect(ticket(booking(refused)).product_type_payment_status).toBe('PAID')
    const again = await client.send('DELETE', `/payments?order_reference=${before.order_reference}`)
    expect(again.json.data?.payment).toMatchObject({ payment_status: 'PENDING', payment_total: '0.00' })
  })
})

describe('an amendment that a supplier answers later', () => {
  it('is done after a restart, when its time has come', async () => {
    const before = await scenario(client, 'DEMO-SUPPLIER-LATER')
    const asked = await amended(client, before, [
      resent(booking(before), { product_type_details: kinds({ 625141: 1 }) }),
    ])
    expect(booking(asked).booking_status).toBe('BOOKING_PROCESSING')
    await restart()
    expect(await client.order(before.order_reference)).toEqual(asked)
    clock.advance(20_000)
    const done = await client.order(before.order_reference)
    expect(booking(done).booking_status).toBe('BOOKING_UPDATED')
    expect(activeOf(booking(done))).toHaveLength(1)
    await restart()
    expect(await client.order(before.order_reference)).toEqual(done)
  })

  it('is refused when the control route says so', async () => {
    const before = await scenario(client, 'DEMO-SUPPLIER-LATER')
    await amended(client, before, [resent(booking(before), { product_type_details: kinds({ 625141: 1 }) })])
    await control.call('POST', '/settle', { accepted: false })
    const settled = await client.order(before.order_reference)
    expect(activeOf(booking(settled))).toEqual(activeOf(booking(before)))
    expect(settled.order_version).toBe(3)
  })
})

describe('a payment that the guest makes later', () => {
  it('is paid in its own record, and the totals count it from then on (rule 176)', async () => {
    const before = await scenario(client, 'DEMO-DEPOSIT')
    const { payment_details: link } = await pay(client, before, {
      payment_object_type: 'ADYEN_LINK',
      payment_merchant_reference: newKey(),
    })
    expect(link.payment_total).toBe(before.order_payments?.[0]?.payment_total)
    await restart()
    const answer = await control.call('POST', `/payments/${link.payment_id}`, { status: 'PAID' })
    expect(answer.status).toBe(200)
    const after = await client.order(before.order_reference)
    expect(after.order_payments?.[0]).toEqual({
      ...link,
      payment_status: 'PAID',
      payment_total: before.order_pricing.price_total,
    })
    expect(ticket(booking(after)).product_type_payment_status).toBe('PAID')
    expect((await control.call('POST', `/payments/${link.payment_id}`, {})).status).toBe(409)
  })

  it('lapses when its page does, after a restart too, and not because others answer', async () => {
    const before = await scenario(client, 'DEMO-DEPOSIT')
    const send = () =>
      pay(client, before, { payment_object_type: 'ADYEN_LINK', payment_merchant_reference: newKey() })
    const { payment_details: link } = await send()
    const { payment_details: paid } = await send()
    await control.call('POST', `/payments/${paid.payment_id}`, { status: 'PAID' })
    await control.call('POST', '/settle')
    await restart()
    const statusOf = async (id: string) =>
      (await client.order(before.order_reference)).order_payments?.find((each) => each.payment_id === id)
        ?.payment_status
    expect(await statusOf(link.payment_id)).toBe('PENDING')
    clock.advance(86_400_000)
    expect([await statusOf(link.payment_id), await statusOf(paid.payment_id)]).toEqual(['EXPIRED', 'PAID'])
    expect((await control.call('POST', `/payments/${link.payment_id}`, {})).status).toBe(409)
    const { commits } = await control.truth(before.order_reference)
    expect(commits.filter((commit) => commit.kind === 'SETTLE')).toHaveLength(1)
  })

  it('may be refused, and can be started again', async () => {
    const before = await scenario(client, 'DEMO-DEPOSIT')
    const start = () =>
      pay(client, before, { payment_object_type: 'ADYEN_LINK', payment_merchant_reference: newKey() })
    const { payment_details: link } = await start()
    await control.call('POST', `/payments/${link.payment_id}`, { status: 'REFUSED' })
    const after = await client.order(before.order_reference)
    expect(after.order_payments?.[0]).toEqual({ ...link, payment_status: 'REFUSED' })
    expect((await start()).payment_details.payment_amount).toBe(link.payment_amount)
  })
})
