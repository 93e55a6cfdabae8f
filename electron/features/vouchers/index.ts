import { basename } from 'node:path'
import type { vouchersOperations } from '@shared/features/vouchers'
import type { Handlers } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok } from '@shared/kernel/result'
import { fileNotes, type Journal } from '../../journal'
import type { PrintPdf } from '../../platform/print-window'
import type { PrivateFiles } from '../../platform/private-files'
import type { ChooseSavePath } from '../../platform/save-dialog'
import { writeWholeFile, written } from '../../platform/write-file'
import { fetchVoucher, voucherError } from './fetch-voucher'
import { createReleaseVoucher, type ReleaseVoucherDeps } from './release-voucher'

export { fetchVoucher } from './fetch-voucher'
export { describeRelease } from './release-voucher'
export { releaseVoucherDefinition } from './release-voucher-definition'

export interface VouchersDeps extends ReleaseVoucherDeps {
  readonly files: PrivateFiles
  readonly chooseSavePath: ChooseSavePath
  /** Opens a file in the viewer of the operating system; answers what went wrong, or an empty text. */
  readonly openPath: (path: string) => Promise<string>
  readonly print: PrintPdf
  /** Fingerprint of where and as whom a profile works. */
  readonly accountOf: (profile: ProfileId) => string | undefined
  readonly journal: ReleaseVoucherDeps['journal'] & Pick<Journal, 'open' | 'store'>
}

export function vouchersHandlers(deps: VouchersDeps): Handlers<typeof vouchersOperations> {
  const { api, files, chooseSavePath, openPath, print } = deps

  const notes = fileNotes(deps)

  return {
    releaseVoucher: createReleaseVoucher(deps),
    openVoucher: async (target) => {
      const voucher = await fetchVoucher(api, target)
      if (!voucher.ok) return voucher
      const { name, bytes } = voucher.value
      const path = await written(() => files.write(name, bytes))
      if (!path.ok) return path
      const problem = await openPath(path.value)
      return problem ? err(appError('NO_VIEWER', 'the system opened no viewer for a PDF')) : ok({})
    },
    saveVoucher: async (target, caller) => {
      // Fetched first: nobody should be asked for a place for what cannot be had.
      const voucher = await fetchVoucher(api, target)
      if (!voucher.ok) return voucher
      const { name, bytes } = voucher.value
      const path = await chooseSavePath({ name, kind: { name: 'PDF', extension: 'pdf' } }, caller)
      if (path === undefined) return ok({})
      const { profile, order } = target
      const partNotes = await notes.file({ profile, order }, path)
      const done = await written(() => writeWholeFile(path, bytes, partNotes))
      return done.ok ? ok({ savedAs: basename(path) }) : done
    },
    printVoucher: async (target) => {
      const voucher = await fetchVoucher(api, target)
      if (!voucher.ok) return voucher
      const outcome = await print(voucher.value)
      if (outcome.kind !== 'failed') return ok({ printed: outcome.kind === 'printed' })
      return err(appError('NOT_PRINTED', `there was no print job: ${outcome.reason}`))
    },
    getVoucherLink: async ({ profile, order, booking }) => {
      const answer = await api.for(profile).vouchers.link(order, { bookingReference: booking })
      return answer.ok ? ok({ url: answer.value.value.url }) : err(voucherError(answer.error))
    },
  }
}
