// Short names for the types of the Distributor API that are used most. All others: `Schemas['…']`.
import type { components, operations, paths } from './distributor'

/** Every schema of the OpenAPI file by its name there. */
export type Schemas = components['schemas']
/** Name of one of the 44 operations, such as `cancelOrder`. */
export type OperationId = keyof operations
/** Path of an operation below the base address, its ids in braces, such as `/orders/{order_reference}`. */
export type PathTemplate = keyof paths
/** Query parameters of an operation; all of them optional where the operation takes none. */
export type Query<Id extends OperationId> = NonNullable<operations[Id]['parameters']['query']>

export type Identifier = Schemas['Identifier']
export type Decimal = Schemas['Decimal']

export type Order = Schemas['Order']
export type Booking = Schemas['Booking']
export type CombiBooking = Schemas['CombiBooking']
export type BundleBooking = Schemas['BundleBooking']
export type AddonBooking = Schemas['AddonBooking']
export type ProductTypeDetails = Schemas['ProductTypeDetails']
export type OrderEvent = Schemas['OrderEvent']
export type Reservation = Schemas['Reservation']
export type ReservationDetail = Schemas['ReservationDetail']

export type Pricing = Schemas['Pricing']
export type PriceVariation = Schemas['PriceVariation']
export type PricePromocode = Schemas['PricePromocode']
export type PriceTax = Schemas['PriceTax']
export type Fee = Schemas['Fee']
export type Margin = Schemas['Margin']
export type CancellationPolicy = Schemas['CancellationPolicy']

export type Payment = Schemas['Payment']
export type PaymentResult = Schemas['PaymentResult']
export type PaymentConfig = Schemas['PaymentConfig']
export type PaymentGatewayDetails = Schemas['PaymentGatewayDetails']

export type Contact = Schemas['Contact']
export type Address = Schemas['Address']
export type Note = Schemas['Note']
export type CustomField = Schemas['CustomField']
export type Flag = Schemas['Flag']
export type CheckoutField = Schemas['CheckoutField']

export type Product = Schemas['Product']
export type ProductContent = Schemas['ProductContent']
export type CatalogueProductType = Schemas['CatalogueProductType']
export type ProductTypePricing = Schemas['ProductTypePricing']
export type Availability = Schemas['Availability']
export type Stock = Schemas['Stock']

export type Voucher = Schemas['Voucher']
export type Webhook = Schemas['Webhook']
export type Notification = Schemas['Notification']

export type TokenResponse = Schemas['TokenResponse']
export type ApiErrorBody = Schemas['Error']
export type Paging = Schemas['Paging']

export type OrderCreateRequest = Schemas['OrderCreateRequest']
export type OrderUpdateRequest = Schemas['OrderUpdateRequest']
export type ReservationCreateRequest = Schemas['ReservationCreateRequest']
export type ReservationUpdateRequest = Schemas['ReservationUpdateRequest']
export type PaymentRequest = Schemas['PaymentRequest']
export type ContactUpdateRequest = Schemas['ContactUpdateRequest']
export type WebhookRequest = Schemas['WebhookRequest']
export type NotificationRequest = Schemas['NotificationRequest']
