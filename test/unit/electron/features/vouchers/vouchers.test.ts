import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { vouchersHandlers } from '../../../../../electron/features/vouchers'
import type { PrintOutcome } from '../../../../../electron/platform/print-window'
import { createPrivateFiles } from '../../../../../electron/platform/private-files'
import { clientFor, connectionTo, profileId } from '../../../../support/api-client'
import { type Answering, type ApiServer, json, startApiServer } from '../../../../support/api-server'
import { createOrderDesk } from '../../../../support/order-desk'

const pdf = '%PDF-1.7 voucher'
const target = { profile: profileId, order: 'PRI8841203977' }
const caller = { windowId: 1 }

let folder = ''
let server: ApiServer | undefined
let closeClient: (() => Promise<void>) | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-vouchers-'))
})
afterEach(async () => {
  await closeClient?.()
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

const givePdf: Answering = (_, response) =>
  response.writeHead(200, { 'Content-Type': 'application/pdf' }).end(pdf)

async function setUp(
  answer: Answering,
  over: { path?: string | undefined; problem?: string; outcome?: PrintOutcome } = {},
) {
  server = await startApiServer(answer)
  const { api } = clientFor(connectionTo(server.baseAddress))
  closeClient = () => api.close()
  const opened: string[] = []
  const proposed: string[] = []
  const printed: string[] = []
  const { journal } = createOrderDesk()
  const handlers = vouchersHandlers({
    api,
    journal,
    now: Date.now,
    accountOf: () => 'canal-tours at the vendor',
    files: createPrivateFiles(join(folder, 'private')),
    chooseSavePath: async ({ name }) => {
      proposed.push(name)
      return over.path
    },
    openPath: async (path) => {
      opened.push(await readFile(path, 'utf8'))
      return over.problem ?? ''
    },
    print: async ({ name, bytes }) => {
      printed.push(`${name}: ${Buffer.from(bytes)}`)
      return over.outcome ?? { kind: 'printed' }
    },
  })
  return { handlers, journal, opened, proposed, printed, calls: server.calls }
}

describe('opening a voucher', () => {
  it('asks for a PDF and hands it to the viewer', async () => {
    const { handlers, opened, calls } = await setUp(givePdf)
    expect(await handlers.openVoucher(target, caller)).toEqual({ ok: true, value: {} })
    expect(opened).toEqual([pdf])
    expect(calls()).toMatchObject([
      { method: 'GET', path: '/orders/PRI8841203977/voucher', headers: { accept: 'application/pdf' } },
    ])
  })

  it('asks for that of one booking, and never for a forced release', async () => {
    const { handlers, calls } = await setUp(givePdf)
    await handlers.openVoucher({ ...target, booking: 'BKG-1' }, caller)
    expect(Object.fromEntries(calls()[0]?.query ?? [])).toEqual({ booking_reference: 'BKG-1' })
  })

  it('opens nothing that is no PDF, whatever its type says', async () => {
    const { handlers, opened } = await setUp((_, response) =>
      response.writeHead(200, { 'Content-Type': 'application/pdf' }).end('<html>'),
    )
    expect(await handlers.openVoucher(target, caller)).toMatchObject({ error: { code: 'UPSTREAM' } })
    expect(opened).toEqual([])
  })

  it('says that none can be had when the server refuses it, in the words of the server', async () => {
    const refusal = { error: 'INVALID_REQUEST', error_description: 'Voucher not released' }
    const { handlers, opened } = await setUp((_, response) => json(response, refusal, 422))
    expect(await handlers.openVoucher(target, caller)).toMatchObject({
      ok: false,
      error: { code: 'NO_VOUCHER', changed: 'no', upstream: { description: 'Voucher not released' } },
    })
    expect(opened).toEqual([])
  })

  it('keeps other failures what they are', async () => {
    const { handlers } = await setUp((_, response) => json(response, {}, 403))
    expect(await handlers.openVoucher(target, caller)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  })

  it('says when no viewer opened', async () => {
    const { handlers } = await setUp(givePdf, { problem: 'no application found for /home/amara/x.pdf' })
    const answer = await handlers.openVoucher(target, caller)
    expect(answer).toMatchObject({ error: { code: 'NO_VIEWER' } })
    expect(JSON.stringify(answer)).not.toContain('amara')
  })
})

describe('saving a voucher', () => {
  it('writes it where the dialog says, under a name that says what it is', async () => {
    const path = join(folder, 'mine.pdf')
    const { handlers, proposed, journal } = await setUp(givePdf, { path })
    const noted = vi.spyOn(journal.store.privacy, 'noteFile')
    const answer = await handlers.saveVoucher({ ...target, booking: 'BKG/1' }, caller)
    // Its part as well, which a kill would leave behind.
    const of = { profile: target.profile, order: target.order }
    const part = expect.stringMatching(/mine\.pdf\..*\.part$/)
    expect(noted.mock.calls).toMatchObject([[{ ...of, path }], [{ ...of, path: part }]])
    expect((await stat(path)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
    expect(answer).toEqual({ ok: true, value: { savedAs: 'mine.pdf' } })
    expect(proposed).toEqual(['voucher-PRI8841203977-BKG_1.pdf'])
    expect(await readFile(path, 'utf8')).toBe(pdf)
    expect(await readdir(folder)).toEqual(['mine.pdf'])
    // So that a guest who asks to be forgotten can be told where it is.
    const filesOf = (account: string) =>
      journal.store.privacy.files({ profile: 'another', account }, [target.order])
    expect(await filesOf('canal-tours at the vendor')).toEqual([path])
    expect(await filesOf('somebody else')).toEqual([])
  })

  it('writes nothing when the person declines', async () => {
    const { handlers } = await setUp(givePdf)
    expect(await handlers.saveVoucher(target, caller)).toEqual({ ok: true, value: {} })
    expect(await readdir(folder)).toEqual([])
  })

  it('asks nobody for a place when there is no voucher', async () => {
    const { handlers, proposed } = await setUp((_, response) => json(response, {}, 404))
    expect(await handlers.saveVoucher(target, caller)).toMatchObject({ error: { code: 'NO_VOUCHER' } })
    expect(proposed).toEqual([])
  })

  it('leaves what was there as it was when the disk refuses, and nothing beside it', async () => {
    // A folder in the place of the file: the last step, the renaming, is refused.
    const path = join(folder, 'mine.pdf')
    await mkdir(path)
    await writeFile(join(path, 'inside'), 'before')
    const { handlers } = await setUp(givePdf, { path })
    const answer = await handlers.saveVoucher(target, caller)
    expect(answer).toMatchObject({ error: { code: 'FILE_NOT_WRITTEN', changed: 'no' } })
    expect(JSON.stringify(answer)).not.toContain(path)
    expect([await readdir(folder), await readdir(path)]).toEqual([['mine.pdf'], ['inside']])
  })
})

describe('printing a voucher', () => {
  it('hands the PDF to the printer under its name, and leaves no file behind', async () => {
    const { handlers, printed } = await setUp(givePdf)
    expect(await handlers.printVoucher(target, caller)).toEqual({ ok: true, value: { printed: true } })
    expect(printed).toEqual([`voucher-PRI8841203977.pdf: ${pdf}`])
    expect(await readdir(folder)).toEqual([])
  })

  it('is no failure when the person declines', async () => {
    const { handlers } = await setUp(givePdf, { outcome: { kind: 'declined' } })
    expect(await handlers.printVoucher(target, caller)).toEqual({ ok: true, value: { printed: false } })
  })

  it('says so when there was no print job', async () => {
    const { handlers } = await setUp(givePdf, { outcome: { kind: 'failed', reason: 'no printers' } })
    expect(await handlers.printVoucher(target, caller)).toMatchObject({
      error: { code: 'NOT_PRINTED', changed: 'no', message: expect.stringContaining('no printers') },
    })
  })

  it('prints nothing when there is no voucher', async () => {
    const { handlers, printed } = await setUp((_, response) => json(response, {}, 409))
    expect(await handlers.printVoucher(target, caller)).toMatchObject({ error: { code: 'NO_VOUCHER' } })
    expect(printed).toEqual([])
  })
})

describe('the link of a voucher', () => {
  it('is the word of the server', async () => {
    const { handlers, calls } = await setUp((_, response) => json(response, { url: 'https://v.example/1' }))
    expect(await handlers.getVoucherLink(target, caller)).toEqual({
      ok: true,
      value: { url: 'https://v.example/1' },
    })
    expect(calls()[0]?.headers.accept).toBe('application/json')
  })
})
