import type { TicketKind } from '../catalogue/types'
import type { TicketDocument } from '../orders/document'

type Own = 'product_type_code' | 'product_type_transaction_id' | 'product_type_status'

/** One ticket of a kind (model ProductTypeDetails); `row` is where a numbered seat lies. */
export function ticketDocument(
  kind: TicketKind,
  own: Pick<TicketDocument, Own | 'product_type_redemption_status' | 'product_type_pricing'>,
  seat: { readonly row: string; readonly number: number },
): TicketDocument {
  return {
    product_type: kind.type,
    product_type_class: kind.class,
    product_type_id: kind.id,
    product_type_label: kind.label,
    ...(kind.ageFrom !== undefined && { product_type_age_from: kind.ageFrom }),
    ...(kind.ageTo !== undefined && { product_type_age_to: kind.ageTo }),
    product_type_count: 1,
    product_type_pax: kind.pax,
    product_type_capacity: kind.capacity,
    ...(kind.class === 'CUSTOM' && {
      product_type_spots: [
        {
          spot_name: `${kind.label} seat`,
          spot_section: kind.label,
          spot_row: seat.row,
          spot_number: String(seat.number),
        },
      ],
    }),
    ...own,
  }
}
