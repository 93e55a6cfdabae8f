import type { CancellationPolicy } from '../catalogue/types'

/**
 * Orders as they go over the wire (models.md, Order). Only what the server reads or writes is typed;
 * anything else a document may hold passes through untouched. Empty optional fields are left out (rule 47).
 */
export interface OrderDocument {
  order_distributor_id: string
  order_reference: string
  order_external_reference: string
  order_status: string
  order_settlement_type?: string
  order_language: string
  order_version: number
  order_contacts?: ContactDocument[]
  order_promocodes?: AppliedPromocode[]
  order_payments?: PaymentDocument[]
  order_pricing: PricingDocument
  order_options?: OrderOptions
  order_event_details: OrderEvent[]
  order_created: string
  order_created_name: string
  order_created_email: string
  order_modified: string
  order_modified_name?: string
  order_modified_email?: string
  order_cancellation_date_time?: string
  order_cancellation_reason?: string
  order_bookings: BookingDocument[]
  [other: string]: unknown
}

export interface OrderOptions {
  email_options?: { email_types: { send_tickets?: boolean } }
}

export interface OrderEvent {
  event_order_version: number
  event_note?: string
  event_type: string
  event_created: string
  event_creator_user_name: string
  event_creator_user_email: string
  event_creator_user_role: string
}

export interface AppliedPromocode {
  promo_title: string
  promo_description?: string
  promo_code: string
}

export interface ContactDocument {
  contact_uid?: string
  contact_type?: string
  contact_name_first?: string
  contact_name_last?: string
  contact_email?: string
  [other: string]: unknown
}

export interface BookingDocument {
  booking_reference: string
  booking_external_reference?: string
  booking_status: string
  booking_version: number
  booking_voucher_released: boolean
  booking_travel_date?: string
  booking_addon_reference?: string
  booking_pricing: PricingDocument
  booking_created: string
  booking_modified: string
  booking_confirmed?: string
  booking_cancelled?: string
  booking_cancellation_reason?: string
  product_id: string
  product_relation_id?: string
  product_availability_id?: string
  product_availability_from_date_time?: string
  product_availability_to_date_time?: string
  product_availability_capacity_id?: string
  product_title: string
  product_supplier_id: string
  product_market_admin_id: string
  product_currency_code: string
  product_cancellation_allowed: boolean
  product_combi_details?: PartDocument[]
  product_bundle_details?: PartDocument[]
  product_addon_details?: AddonDocument[]
  product_type_details: TicketDocument[]
  product_code?: string
  product_cancellation_policies?: CancellationPolicy[]
  [other: string]: unknown
}

/** A sub-product inside a combi or bundle booking. */
export interface PartDocument {
  booking_reference: string
  booking_travel_date?: string
  product_id: string
  product_title: string
  product_supplier_id: string
  product_availability_id?: string
  product_availability_capacity_id?: string
  product_type_details: TicketDocument[]
  product_code?: string
  [other: string]: unknown
}

export interface AddonDocument {
  product_id: string
  booking_reference: string
  booking_status: string
  [other: string]: unknown
}

export interface TicketDocument {
  product_type: string
  product_type_id: string
  product_type_count: number
  product_type_pax: number
  product_type_code: string
  product_type_pricing?: PricingDocument
  product_type_transaction_id: string
  product_type_status: string
  product_type_redemption_status: string
  product_type_payment_status?: string
  product_type_redemption_date_time?: string
  [other: string]: unknown
}

export interface PricingDocument {
  price_subtotal: string
  price_variations?: PriceVariation[]
  price_promocodes?: PricePromocode[]
  price_taxes?: PriceTax[]
  price_fees?: PriceFee[]
  price_total: string
}

export interface PriceVariation {
  variation_label?: string
  variation_amount: string
  variation_type: string
}

export interface PricePromocode {
  promo_code: string
  promo_amount: string
}

export interface PriceTax {
  tax_id: string
  tax_amount: string
  tax_rate: string
}

export interface PriceFee {
  fee_type: string
  fee_amount: string
  fee_percentage?: string
  fee_tax_amount: string
  fee_included: boolean
}

export interface PaymentDocument {
  payment_id: string
  payment_original_id?: string
  payment_merchant_reference: string
  payment_order_reference: string
  payment_booking_references?: string[]
  payment_order_version: number
  payment_status: string
  payment_method: string
  payment_scheme?: string
  payment_type: string
  payment_recurring: boolean
  payment_refund_type?: string
  payment_refund_reason?: string
  payment_currency_code: string
  payment_currency_rate?: string
  payment_currency_amount: string
  payment_amount: string
  payment_total: string
  payment_gateway_details?: PaymentGatewayDetails
  payment_created: string
  payment_created_name: string
  payment_created_email: string
  [other: string]: unknown
}

export interface PaymentGatewayDetails {
  payment_merchant_account_name: string
  payment_service_provider_reference: string
  payment_service_provider_original_reference?: string
  payment_gateway_type: string
  payment_gateway_additional_values?: Record<string, string>
}
