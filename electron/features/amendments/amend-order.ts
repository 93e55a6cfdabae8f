import type { amendmentsOperations } from '@shared/features/amendments'
import type { Handler } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { checkSlots } from './check-slots'
import { draftAmendment } from './draft-amendment'
import type { SendTicketsDeps } from './send-tickets'
import { orderOf } from './send-tickets-definition'

type AmendOrder = (typeof amendmentsOperations)['amendOrder']

/**
 * Records and runs an amendment: the order is read afresh, it and every field must be as the person saw them, and each
 * wanted value one that the field takes. The entry is on disk before the answer; what comes of it is in the journal.
 */
export function createAmendOrder({ api, journal, now }: SendTicketsDeps): Handler<AmendOrder> {
  return async (request) => {
    const ready = await journal.ready()
    if (!ready.ok) return ready
    const readAt = now()
    const document = await api.for(request.profile).orders.get(request.order, { fresh: true })
    if (!document.ok) return err(asCommonError(document.error))
    const draft = draftAmendment(orderOf(document.value), request, readAt)
    if (!draft.ok) return draft
    const bookable = await checkSlots(api.for(request.profile), orderOf(document.value), request)
    if (!bookable.ok) return bookable
    const submitted = await journal.submit([draft.value])
    return submitted.ok ? ok({ operations: [...submitted.value] }) : submitted
  }
}
