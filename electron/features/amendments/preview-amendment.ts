import { randomUUID } from 'node:crypto'
import { inferredName } from '@shared/api/inferred-names'
import type { amendmentsOperations } from '@shared/features/amendments'
import type { Handler } from '@shared/ipc/define'
import { appError, asCommonError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok } from '@shared/kernel/result'
import { textOf } from '@shared/kernel/tolerant'
import type { DistributorApi } from '../../api'
import { switchQuery } from './amend-order-definition'
import { draftAmendment } from './draft-amendment'
import { notSent } from './not-sent'
import { buildOrderUpdate } from './order-update'
import { orderOf } from './send-tickets-definition'

type Preview = (typeof amendmentsOperations)['previewAmendment']

export interface PreviewDeps {
  readonly api: DistributorApi
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
  /** True for a profile of the built-in sandbox, which is known to know the name of the switch. Absent: for none. */
  readonly knowsPreview?: (profile: ProfileId) => boolean
}

/** Asks what an amendment would come to. Nothing is recorded, as nothing is done. */
export function createPreviewAmendment({ api, now, knowsPreview }: PreviewDeps): Handler<Preview> {
  return async (request) => {
    if (!knowsPreview?.(request.profile)) {
      return err(appError('PREVIEW_UNAVAILABLE', 'the name of the preview switch is a guess'))
    }
    const { orders } = api.for(request.profile)
    const document = await orders.get(request.order, { fresh: true })
    if (!document.ok) return err(asCommonError(document.error))
    const draft = draftAmendment(orderOf(document.value), request, now())
    if (!draft.ok) return draft
    const body = buildOrderUpdate(document.value.text, request, { sendTickets: false })
    if (!body.ok) return body
    const switches = { ...switchQuery(request.switches), [inferredName('amendmentPreview')]: true }
    const answer = await orders.update(request.order, body.value, { operationId: randomUUID(), switches })
    if (!answer.ok) return err(asCommonError(notSent(answer.error)))
    return ok({ total: textOf(orderOf(answer.value).order_pricing?.price_total) ?? null })
  }
}
