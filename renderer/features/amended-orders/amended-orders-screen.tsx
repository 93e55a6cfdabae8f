import { AmendmentsScreen } from '../amendments'
import { type BulkKinds, SelectionActions } from '../batches'

const bulkKinds: BulkKinds = ['amend', 'cancel', 'payment-email', 'vouchers']

/** Amendments, with what can be done with all selected orders: batches know amendments, so neither can know the other. */
export const AmendedOrdersScreen = () => (
  <AmendmentsScreen actions={(orders) => <SelectionActions orders={orders} kinds={bulkKinds} />} />
)
