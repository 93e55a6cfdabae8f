import { type amendmentsOperations, readProductOptions, readSlots } from '@shared/features/amendments'
import type { Handler } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { countOf, entriesOf, fieldsOf } from '@shared/kernel/tolerant'
import type { DistributorApi } from '../../api'

type Operations = typeof amendmentsOperations

/** Reads the slots of one day; nothing of them is kept (rules.md #43). */
export const createFindSlots =
  (api: DistributorApi): Handler<Operations['findSlots']> =>
  async ({ profile, product, date }) => {
    const answer = await api.for(profile).products.availability(product, { from_date: date })
    if (!answer.ok) return err(asCommonError(answer.error))
    const data = fieldsOf(fieldsOf(answer.value.value).data)
    const items = entriesOf(data.items)
    return ok({ slots: readSlots(items), isCut: (countOf(data.total_items) ?? 0) > items.length })
  }

/** Reads what the product of a booking leaves to choose. */
export const createGetProductOptions =
  (api: DistributorApi): Handler<Operations['getProductOptions']> =>
  async ({ profile, product }) => {
    const answer = await api.for(profile).products.get(product)
    return answer.ok
      ? ok(readProductOptions(answer.value.value.data?.product))
      : err(asCommonError(answer.error))
  }
