// Generated from resources/openapi/distributor-v3.8.yaml, do not edit.
// After a change there: npm run api:types

export interface paths {
    "/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a token
         * @description Trades client id and secret for a bearer token. Rules 2, 4, 5.
         */
        post: operations["getToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ping
         * @description Says whether the service answers.
         */
        get: operations["getSystemPing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Status
         * @description Says how the service is doing.
         */
        get: operations["getSystemStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List products
         * @description All products opened to the distributor, with rich filters; newest revision only. Rules 40, 42, 194.
         */
        get: operations["getProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{product_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Product details
         * @description Everything about one product. Rule 194.
         */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{product_id}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Availability of one product
         * @description Slots of one product in a date range, to be asked before booking when the product needs a slot. Rules 43, 100 to 103.
         */
        get: operations["getProductAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List locations
         * @description Places where products are offered. Rule 195.
         */
        get: operations["getProductLocations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List destinations
         * @description Cities, regions and other groupings of products. Rule 195.
         */
        get: operations["getProductDestinations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List categories
         * @description Themes that group products. Rule 195.
         */
        get: operations["getProductCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List recommendations
         * @description Curated lists of products with a title and a time window. Rule 196.
         */
        get: operations["getProductRecommendations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List routes
         * @description Routes (e.g. of hop-on hop-off buses) with their stops.
         */
        get: operations["getProductRoutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/currency_rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List currency rates
         * @description Exchange rates of a day.
         */
        get: operations["getCurrencyRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/taxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List taxes
         * @description Tax settings of the products.
         */
        get: operations["getProductTaxes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List stock
         * @description Stock of merchandise.
         */
        get: operations["getProductStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/stock/{stock_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update stock
         * @description Sets the number of pieces on hand; the number travels in the query.
         */
        put: operations["updateProductStock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Availability and pricing variations
         * @description Slots of one or more products with the rules behind price changes. Rules 98, 100, 101, 105.
         */
        get: operations["getAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/availability/{product_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Availability and calculated pricing
         * @description Slots of one product with the final price for a party. A read, although it is a POST. Rules 98 to 100.
         */
        post: operations["calculateAvailability"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a reservation
         * @description Holds one or more products for a limited time and opens a cart. Rules 133, 134.
         */
        post: operations["createReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reservations/{reservation_reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reservation details
         * @description Contents and state of a cart; readable up to 10 days after it lapsed. Rules 139, 140.
         */
        get: operations["getReservation"];
        /**
         * Update a reservation
         * @description Adds or amends lines of a cart, or changes its contacts; answers with the whole cart. Rules 56, 135, 136, 141.
         */
        put: operations["updateReservation"];
        post?: never;
        /**
         * Cancel a reservation, or part of it
         * @description Cancels the whole cart, or only the named lines. Rules 137, 138, 142.
         */
        delete: operations["cancelReservation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reservations/{reservation_reference}/promocode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a promo code
         * @description Applies a promo code to a cart and returns it with new prices. No body. Rules 74, 144.
         */
        post: operations["addPromocode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reservations/{reservation_reference}/promocode/{promo_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a promo code
         * @description Takes a promo code off a cart and returns it with new prices. Rule 145.
         */
        delete: operations["removePromocode"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List orders
         * @description A small set of orders, newest revision only; the last 3 months if no dates are given. Rules 42, 77, 152.
         */
        get: operations["getOrders"];
        put?: never;
        /**
         * Create an order
         * @description Confirms a cart, or books products directly, and returns the codes. Rules 19, 23, 118, 121, 147 to 150.
         */
        post: operations["createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order_reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Order details
         * @description One order with its state; also the call to poll. Rules 25, 26.
         */
        get: operations["getOrder"];
        /**
         * Update an order
         * @description Changes an order: the whole top level, but only the bookings to amend. Rules 153 to 157.
         */
        put: operations["updateOrder"];
        post?: never;
        /**
         * Cancel an order, booking or ticket
         * @description Cancels all of an order, or only the named bookings or tickets. Rules 118, 158 to 165.
         */
        delete: operations["cancelOrder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order_reference}/deidentify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * De-identify an order
         * @description Replaces the personal data of an order by tokens. No body. Rules 197, 198.
         */
        put: operations["deidentifyOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order_reference}/voucher": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a voucher
         * @description PDF voucher of an order or booking: its address (`Accept: application/json`) or the file (`application/pdf`). Rules 182, 183.
         */
        get: operations["getVoucher"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List payments
         * @description Payments of the account. Rule 172.
         */
        get: operations["getPayments"];
        put?: never;
        /**
         * Create a payment
         * @description Starts a payment at a connected PSP or records a manual one. Rules 141, 173 to 175.
         */
        post: operations["addPayment"];
        /**
         * Cancel or refund a payment
         * @description Stops a payment under way, or refunds one without cancelling the order. Needs at least one of the six keys (rule 169); refuse before sending without. Rules 168 to 171.
         */
        delete: operations["cancelPayment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payment configuration
         * @description Methods and set-up of a PSP for a front end.
         */
        get: operations["getPaymentConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a payment e-mail
         * @description Mails a payment request to the guest. No body. Rule 178.
         */
        post: operations["sendPaymentEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{payment_id}/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit payment details
         * @description Passes on what the Adyen front end returned. Rule 179.
         */
        post: operations["addPaymentDetails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contacts
         * @description Contacts of the contacts module. Rule 189.
         */
        get: operations["getContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contact_uid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Contact details
         * @description One contact, on wish with all its revisions. Rule 189.
         */
        get: operations["getContact"];
        /**
         * Update a contact
         * @description Replaces a contact. Rules 190, 191.
         */
        put: operations["updateContact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks
         * @description Webhooks of the account. Rule 28.
         */
        get: operations["getWebhooks"];
        put?: never;
        /**
         * Create a webhook
         * @description Subscribes an address to events. Rules 28, 33.
         */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a webhook
         * @description Ends a subscription.
         */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notifications
         * @description Notifications that were fired. Possibly not live.
         */
        get: operations["getNotifications"];
        put?: never;
        /**
         * Fire a sample notification
         * @description Fires a sample notification at the webhooks of the account; for testing only. Rule 32.
         */
        post: operations["addNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Key or code, as text. A JSON number is tolerated: read its digits as they stand, it may be longer than 15. */
        Identifier: string | number;
        /** @description Amount, rate, percentage or coordinate as decimal text (rule 53). A JSON number is tolerated: read its digits as they stand. */
        Decimal: string | number;
        /** @description Whole number; digits as text are tolerated. */
        Count: number | string;
        /** @description RFC 3339 time in the offset of the activity, as sent (rules 48 to 50). Not checked further: answers may carry `Z` or milliseconds. */
        DateTime: string;
        /**
         * Format: date-time
         * @description RFC 3339 time that we send in a query: with an offset, never `Z` (rules 48 and 49).
         */
        OffsetDateTime: string;
        /** @description Day without time, as in `2025-06-29` (rule 51). */
        CalendarDate: string;
        /** @description Head of a list. Optional in full: lists that are not paged carry `kind` and `total_items` only (rules 34 to 39). */
        Paging: {
            /** @description Sort of payload; do not rely on it. */
            kind?: components["schemas"]["Kind"] | null;
            /** @description Number of rows in the whole set. */
            total_items?: number | null;
            /** @description How many rows are in this answer (length of `items`). */
            current_item_count?: number | null;
            /** @description Page size the server really used; compute with this, not with the size asked for. */
            items_per_page?: number | null;
            /** @description 1-based position of the first row of this page in the whole set. */
            start_index?: number | null;
            /** @description 1-based number of this page. */
            page_index?: number | null;
            /** @description Number of pages in the whole set: total_items / items_per_page rounded up. */
            total_pages?: number | null;
        };
        ProductListResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: components["schemas"]["Paging"] & {
                items?: components["schemas"]["Product"][] | null;
            };
        };
        LocationListResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: components["schemas"]["Paging"] & {
                items?: components["schemas"]["Location"][] | null;
            };
        };
        DestinationListResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: components["schemas"]["Paging"] & {
                items?: components["schemas"]["Destination"][] | null;
            };
        };
        CategoryListResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: components["schemas"]["Paging"] & {
                items?: components["schemas"]["Category"][] | null;
            };
        };
        RecommendationListResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: components["schemas"]["Paging"] & {
                items?: components["schemas"]["Recommendation"][] | null;
            };
        };
        RouteListResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: components["schemas"]["Paging"] & {
                items?: components["schemas"]["Route"][] | null;
            };
        };
        CurrencyRateListResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: components["schemas"]["Paging"] & {
                items?: components["schemas"]["CurrencyRate"][] | null;
            };
        };
        TaxListResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: components["schemas"]["Paging"] & {
                items?: components["schemas"]["Tax"][] | null;
            };
        };
        StockListResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: components["schemas"]["Paging"] & {
                items?: components["schemas"]["Stock"][] | null;
            };
        };
        AvailabilityListResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: components["schemas"]["Paging"] & {
                items?: components["schemas"]["Availability"][] | null;
            };
        };
        OrderListResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: components["schemas"]["Paging"] & {
                items?: components["schemas"]["Order"][] | null;
            };
        };
        PaymentListResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: components["schemas"]["Paging"] & {
                items?: components["schemas"]["Payment"][] | null;
            };
        };
        ContactListResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: components["schemas"]["Paging"] & {
                items?: components["schemas"]["Contact"][] | null;
            };
        };
        WebhookListResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: components["schemas"]["Paging"] & {
                items?: components["schemas"]["Webhook"][] | null;
            };
        };
        NotificationListResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: components["schemas"]["Paging"] & {
                items?: components["schemas"]["Notification"][] | null;
            };
        };
        ProductResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: {
                kind?: components["schemas"]["Kind"] | null;
                product: components["schemas"]["Product"];
            };
        };
        ReservationResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: {
                kind?: components["schemas"]["Kind"] | null;
                reservation: components["schemas"]["Reservation"];
            };
        };
        OrderResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: {
                kind?: components["schemas"]["Kind"] | null;
                order: components["schemas"]["Order"];
            };
        };
        PaymentRecordResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: {
                kind?: components["schemas"]["Kind"] | null;
                payment: components["schemas"]["Payment"];
            };
        };
        PaymentResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: {
                kind?: components["schemas"]["Kind"] | null;
                payment: components["schemas"]["PaymentResult"];
            };
        };
        WebhookResponse: {
            api_version?: components["schemas"]["ApiVersion"];
            data: {
                kind?: components["schemas"]["Kind"] | null;
                webhook: components["schemas"]["Webhook"];
            };
        };
        /** @description Version of the service that answered, such as `3.8.0`. */
        ApiVersion: string | null;
        /** @description Body of a refused call, and it may be absent (rules 8, 59 and 60). Branch on the status, not on codes. */
        Error: {
            /** @description Short error code; over a thousand exist, so branch on HTTP status instead. */
            error?: string | null;
            /** @description Identifier of this one failure; quote it to support. */
            error_reference?: components["schemas"]["Identifier"] | null;
            /** @description Text that may be shown to the guest. */
            error_message?: string | null;
            /** @description Text for the developer. */
            error_description?: string | null;
            /** @description Link to a page that explains the error. */
            error_uri?: string | null;
            /** @description List of the separate problems found (mostly used with HTTP 400). */
            errors?: string[] | null;
        };
        /** @description Body of a refused token call. */
        OAuthError: {
            /** @description Short error code; over a thousand exist, so branch on HTTP status instead. */
            error?: components["schemas"]["OAuthErrorCodes"] | null;
            /** @description Text for the developer. */
            error_description?: string | null;
            /** @description Link to a page that explains the error. */
            error_uri?: string | null;
        };
        /** @description What is asked of the token call (rule 2). */
        TokenRequest: {
            /**
             * @description Only `client_credentials` is accepted.
             * @constant
             */
            grant_type: "client_credentials";
            /** @description Scope asked for / granted. */
            scope?: string | null;
        };
        /** @description Bearer token; no envelope (rules 3 and 4). */
        TokenResponse: {
            /** @description Scope asked for / granted. */
            scope?: string | null;
            /** @description The bearer token (a JWT) to put in the Authorization header. */
            access_token: string;
            /** @description First word of the Authorization header value. */
            token_type?: components["schemas"]["TokenType"] | null;
            /** @description Seconds of validity from the moment of the answer. */
            expires_in?: number | null;
        };
        /** @description An order with its bookings. */
        Order: {
            /** @description Id of the platform the order belongs to. */
            order_platform_id?: components["schemas"]["Identifier"] | null;
            /** @description Name of that platform. */
            order_platform_name?: string | null;
            /** @description Id of the reseller. */
            order_reseller_id?: components["schemas"]["Identifier"] | null;
            /** @description Name of the reseller. */
            order_reseller_name?: string | null;
            /** @description Distributor the order is sold under. */
            order_distributor_id?: components["schemas"]["Identifier"] | null;
            /** @description Name of the distributor. */
            order_distributor_name?: string | null;
            /** @description Id of the merchant of the order. */
            order_merchant_id?: components["schemas"]["Identifier"] | null;
            /** @description Name of that merchant. */
            order_merchant_name?: string | null;
            /** @description Id of the partner (sub-agent) the sale was made for. */
            order_partner_id?: components["schemas"]["Identifier"] | null;
            /** @description Name of that partner. */
            order_partner_name?: string | null;
            /** @description Key of the order. At least 8 characters. */
            order_reference: components["schemas"]["Identifier"];
            /** @description Own key of the order. */
            order_external_reference?: components["schemas"]["Identifier"] | null;
            /** @description Overall state. Read `booking_status` of each booking before acting on it. */
            order_status?: components["schemas"]["OrderStatusTypes"] | null;
            /** @description How the guest's money is settled; EXTERNAL when left out. */
            order_settlement_type?: components["schemas"]["SettlementType"] | null;
            /** @description Sales channel the order came in through. */
            order_channel?: components["schemas"]["OrderChannel"] | null;
            /** @description Language for messages to the guest, ISO 639-1. */
            order_language?: string | null;
            /** @description Revision counter, starts at 1 and grows with every amendment. */
            order_version?: number | null;
            /** @description Contacts of the order. On update send all of them again: those left out are dropped. */
            order_contacts?: components["schemas"]["Contact"][] | null;
            /** @description Promo codes that were applied in the reservation; never on a direct booking. */
            order_promocodes?: components["schemas"]["AppliedPromocode"][] | null;
            /** @description All payment records, newest first; a refund or a later charge is an extra record, history is kept. */
            order_payments?: components["schemas"]["Payment"][] | null;
            /** @description Answers to booking questions (and, in responses, the questions themselves). */
            order_checkout_fields?: components["schemas"]["CheckoutField"][] | null;
            /** @description Price of the whole order; check `price_total` against what the guest paid (rule 118). */
            order_pricing?: components["schemas"]["Pricing"] | null;
            /** @description Extra switches, such as which e-mails to send. */
            order_options?: components["schemas"]["OrderOptions"] | null;
            /** @description Labels put on the order. */
            order_flags?: components["schemas"]["Flag"][] | null;
            /** @description Log of what happened to the order, one entry per event. */
            order_event_details?: components["schemas"]["OrderEvent"][] | null;
            /** @description Free key/value pairs. */
            order_custom_fields?: components["schemas"]["CustomField"][] | null;
            /** @description Notes on the order. */
            order_notes?: components["schemas"]["Note"][] | null;
            /** @description Link for the agent to manage the order. */
            order_activity_url?: string | null;
            /** @description Link for the guest to manage the order. */
            order_customer_url?: string | null;
            /** @description Link to the vouchers of the whole order. */
            order_voucher_url?: string | null;
            /** @description When the order was made. */
            order_created?: components["schemas"]["DateTime"] | null;
            /** @description User who made the order. */
            order_created_name?: string | null;
            /** @description E-mail of that user. */
            order_created_email?: string | null;
            /** @description When the order last changed. */
            order_modified?: components["schemas"]["DateTime"] | null;
            /** @description User who last changed the order. */
            order_modified_name?: string | null;
            /** @description E-mail of that user. */
            order_modified_email?: string | null;
            /** @description When the order was cancelled. */
            order_cancellation_date_time?: components["schemas"]["DateTime"] | null;
            /** @description Reason given at cancellation. */
            order_cancellation_reason?: string | null;
            /** @description Bookings in the order. On update list only those to amend. */
            order_bookings?: components["schemas"]["Booking"][] | null;
            /** @description True once the order is final and untouched for long. */
            order_archived?: boolean | null;
            /** @description True when personal data was removed or replaced (rule 198). */
            order_redacted?: boolean | null;
            /** @description Credit-limit information. */
            order_credit?: Record<string, never> | null;
            /** @description Invoices that cover the order. */
            order_invoices?: Record<string, never>[] | null;
            /** @description When the order was confirmed. */
            order_confirmed?: components["schemas"]["DateTime"] | null;
            /** @description When the order was invoiced. */
            order_invoiced?: components["schemas"]["DateTime"] | null;
            /** @description Account level the prices and details are shown for. */
            order_view_type?: components["schemas"]["AccountType"] | null;
        };
        /** @description Switches of an order. */
        OrderOptions: {
            /** @description E-mail switches. */
            email_options?: components["schemas"]["EmailOptions"] | null;
            /** @description Print the price on the voucher. */
            price_on_voucher?: boolean | null;
        };
        /** @description E-mail switches of an order. */
        EmailOptions: {
            /** @description Which mails are sent. */
            email_types?: components["schemas"]["EmailTypes"] | null;
        };
        /** @description Mails that Prioticket sends for an order (rule 187). */
        EmailTypes: {
            /** @description Mail the vouchers to the booker. */
            send_tickets?: boolean | null;
            /** @description Mail the receipt. */
            send_receipt?: boolean | null;
            /** @description Mail marketing. */
            send_marketing?: boolean | null;
            /** @description Mail offers. */
            send_offers?: boolean | null;
            /** @description Mail notifications. */
            send_notification?: boolean | null;
        };
        /** @description One entry of the log of an order. */
        OrderEvent: {
            /** @description Order revision the event belongs to. */
            event_order_version?: number | null;
            /** @description Free text about the event. */
            event_note?: string | null;
            /** @description What happened. */
            event_type?: components["schemas"]["EventType"] | null;
            /** @description When it happened. */
            event_created?: components["schemas"]["DateTime"] | null;
            /** @description User behind the event. */
            event_creator_user_name?: string | null;
            /** @description E-mail of that user. */
            event_creator_user_email?: string | null;
            /** @description Role of that user. */
            event_creator_user_role?: string | null;
        };
        /** @description What a booking of an order and a line of a cart have in common. */
        BookingBase: {
            /** @description Own key of the booking. */
            booking_external_reference?: components["schemas"]["Identifier"] | null;
            /** @description State of this booking; the value to act on. */
            booking_status?: components["schemas"]["BookingStatusTypes"] | null;
            /** @description Revision counter of the booking. */
            booking_version?: number | null;
            /** @description True when the voucher codes can be had now; release can be delayed by the product's release rules. */
            booking_voucher_released?: boolean | null;
            /** @description Expected day/time of use. Needed when `product_traveldate_required` is true; filled from the slot start when a slot was booked and this was left out. */
            booking_travel_date?: components["schemas"]["DateTime"] | null;
            /** @description Unused booking lapses after this moment (mostly open tickets). */
            booking_valid_until?: components["schemas"]["DateTime"] | null;
            /** @description Language of the activity (e.g. of the guide), ISO 639-1. */
            booking_language?: string | null;
            /** @description Ties an add-on booking to its main booking. */
            booking_addon_reference?: components["schemas"]["Identifier"] | null;
            /** @description Price of this booking. */
            booking_pricing?: components["schemas"]["Pricing"] | null;
            /** @description Notes on the booking. */
            booking_notes?: components["schemas"]["Note"][] | null;
            /** @description Link for the guest to this booking. */
            booking_customer_url?: string | null;
            /** @description Link to the voucher of this booking. */
            booking_voucher_url?: string | null;
            /** @description When the booking was made. */
            booking_created?: components["schemas"]["DateTime"] | null;
            /** @description When it last changed. */
            booking_modified?: components["schemas"]["DateTime"] | null;
            /** @description When it was confirmed. */
            booking_confirmed?: components["schemas"]["DateTime"] | null;
            /** @description When it was cancelled. */
            booking_cancelled?: components["schemas"]["DateTime"] | null;
            /** @description Reason given. */
            booking_cancellation_reason?: string | null;
            /** @description Key of the product. */
            product_id?: components["schemas"]["Identifier"] | null;
            /** @description Main product when this one is bought as its add-on or out of its cluster. An add-on needs a booking of the main product in the same order; a cluster does not. */
            product_relation_id?: components["schemas"]["Identifier"] | null;
            /** @description Chosen pickup point; needed when the product says MANDATORY. */
            product_pickup_point_id?: components["schemas"]["Identifier"] | null;
            /** @description Chosen pickup point with the chosen time. */
            product_pickup_point?: components["schemas"]["PickupPoint"] | null;
            /** @description Chosen slot (`availability_id`), or a spot id when spots are assigned. Needed when `product_availability` is true. */
            product_availability_id?: components["schemas"]["Identifier"] | null;
            /** @description Start of the booked slot. */
            product_availability_from_date_time?: components["schemas"]["DateTime"] | null;
            /** @description End of the booked slot. */
            product_availability_to_date_time?: components["schemas"]["DateTime"] | null;
            /** @description Capacity pool the slot draws on. */
            product_availability_capacity_id?: components["schemas"]["Identifier"] | null;
            /** @description Shared pool, when capacity is SHARED or COMBINED. */
            product_availability_capacity_shared_id?: components["schemas"]["Identifier"] | null;
            /** @description Title. */
            product_title?: string | null;
            /** @description Supplier id. */
            product_supplier_id?: components["schemas"]["Identifier"] | null;
            /** @description Supplier name. */
            product_supplier_name?: string | null;
            /** @description Supplier admin id. */
            product_supplier_admin_id?: components["schemas"]["Identifier"] | null;
            /** @description Supplier admin name. */
            product_supplier_admin_name?: string | null;
            /** @description Market admin id. */
            product_market_admin_id?: components["schemas"]["Identifier"] | null;
            /** @description Market admin name. */
            product_market_admin_name?: string | null;
            /** @description Id of the system the product comes from. */
            product_source_id?: components["schemas"]["Identifier"] | null;
            /** @description Name of that system. */
            product_source_name?: string | null;
            /** @description Things to know before going. */
            product_entry_notes?: string | null;
            /** @description How guests may enter. */
            product_admission_type?: components["schemas"]["ProductAdmissionType"] | null;
            /** @description Class of the product. */
            product_class?: components["schemas"]["ProductClass"] | null;
            /** @description Currency, ISO 4217. */
            product_currency_code?: string | null;
            /** @description Whether this booking may be cancelled in its present state. Policies may still charge. */
            product_cancellation_allowed?: boolean | null;
            /** @description For a combi main product: one entry per sub-product, all of them; fields left out are taken from the main booking. */
            product_combi_details?: components["schemas"]["CombiBooking"][] | null;
            /** @description For a bundle: one entry per bundled product, same shape as combi. */
            product_bundle_details?: components["schemas"]["BundleBooking"][] | null;
            /** @description Add-on bookings that hang on this booking. */
            product_addon_details?: components["schemas"]["AddonBooking"][] | null;
            /** @description What is booked: one entry per ticket kind, or per ticket in a confirmed order. */
            product_type_details?: components["schemas"]["ProductTypeDetails"][] | null;
            /** @description Chosen extra options with counts. */
            product_options?: components["schemas"]["BookedExtraOption"][] | null;
        };
        /** @description One booking of an order. */
        Booking: components["schemas"]["BookingBase"] & {
            /** @description Code of the whole group or combi. */
            product_code?: components["schemas"]["Identifier"] | null;
            /** @description What the codes look like and for whom they count. */
            product_code_settings?: components["schemas"]["CodeSettings"] | null;
            /** @description Fees and limits on cancelling; none set and cancelling allowed means free until used. */
            product_cancellation_policies?: components["schemas"]["CancellationPolicy"][] | null;
            /** @description Key of the booking. */
            booking_reference: components["schemas"]["Identifier"];
            /** @description Key of the booking in the supplier's own system (third-party products only). */
            booking_supplier_reference?: components["schemas"]["Identifier"] | null;
            /** @description Invoice state of the booking. */
            booking_invoice_status?: components["schemas"]["InvoiceStatus"] | null;
        };
        /** @description One line of a cart. */
        ReservationDetail: components["schemas"]["BookingBase"] & {
            /** @description Key of the line. */
            booking_reservation_reference: components["schemas"]["Identifier"];
            /** @description When this line lapses. */
            booking_reservation_valid_until?: components["schemas"]["DateTime"] | null;
        };
        /** @description Part of a combi booking: one entry per sub-product (rules 89 to 92). */
        CombiBooking: {
            /** @description Main product. */
            product_parent_id?: components["schemas"]["Identifier"] | null;
            /** @description Key of the product. */
            product_id?: components["schemas"]["Identifier"] | null;
            /** @description Title. */
            product_title?: string | null;
            /** @description Supplier id. */
            product_supplier_id?: components["schemas"]["Identifier"] | null;
            /** @description Supplier name. */
            product_supplier_name?: string | null;
            /** @description How guests may enter. */
            product_admission_type?: components["schemas"]["ProductAdmissionType"] | null;
            /** @description Currency, ISO 4217. */
            product_currency_code?: string | null;
            /** @description Chosen slot (`availability_id`), or a spot id when spots are assigned. Needed when `product_availability` is true. */
            product_availability_id?: components["schemas"]["Identifier"] | null;
            /** @description Start of the booked slot. */
            product_availability_from_date_time?: components["schemas"]["DateTime"] | null;
            /** @description End of the booked slot. */
            product_availability_to_date_time?: components["schemas"]["DateTime"] | null;
            /** @description Capacity pool the slot draws on. */
            product_availability_capacity_id?: components["schemas"]["Identifier"] | null;
            /** @description Shared pool, when capacity is SHARED or COMBINED. */
            product_availability_capacity_shared_id?: components["schemas"]["Identifier"] | null;
            /** @description What is booked: one entry per ticket kind, or per ticket in a confirmed order. */
            product_type_details?: components["schemas"]["ProductTypeDetails"][] | null;
            /** @description Expected day/time of use. Needed when `product_traveldate_required` is true; filled from the slot start when a slot was booked and this was left out. */
            booking_travel_date?: components["schemas"]["DateTime"] | null;
            /** @description Key of the booking. */
            booking_reference?: components["schemas"]["Identifier"] | null;
            /** @description Own key of the booking. */
            booking_external_reference?: components["schemas"]["Identifier"] | null;
            /** @description Code of the whole group or combi. */
            product_code?: components["schemas"]["Identifier"] | null;
            /** @description What the codes look like and for whom they count. */
            product_code_settings?: components["schemas"]["CodeSettings"] | null;
            /** @description Key of the booking in the supplier's own system (third-party products only). */
            booking_supplier_reference?: components["schemas"]["Identifier"] | null;
        };
        /** @description Part of a bundle booking; the form of a part of a combi. */
        BundleBooking: components["schemas"]["CombiBooking"];
        /** @description Booking that hangs on another as its add-on (rule 96). */
        AddonBooking: {
            /** @description Key of the product. */
            product_id?: components["schemas"]["Identifier"] | null;
            /** @description Title. */
            product_title?: string | null;
            /** @description Supplier id. */
            product_supplier_id?: components["schemas"]["Identifier"] | null;
            /** @description Supplier name. */
            product_supplier_name?: string | null;
            /** @description How guests may enter. */
            product_admission_type?: components["schemas"]["ProductAdmissionType"] | null;
            /** @description Start of the booked slot. */
            product_availability_from_date_time?: components["schemas"]["DateTime"] | null;
            /** @description End of the booked slot. */
            product_availability_to_date_time?: components["schemas"]["DateTime"] | null;
            /** @description Expected day/time of use. Needed when `product_traveldate_required` is true; filled from the slot start when a slot was booked and this was left out. */
            booking_travel_date?: components["schemas"]["DateTime"] | null;
            /** @description Order the add-on booking sits in. */
            booking_order_reference?: components["schemas"]["Identifier"] | null;
            /** @description Key of the booking. */
            booking_reference?: components["schemas"]["Identifier"] | null;
            /** @description State of this booking; the value to act on. */
            booking_status?: components["schemas"]["BookingStatusTypes"] | null;
        };
        /** @description Ticket line. In a confirmed order each entry is one ticket with its own transaction id and code. */
        ProductTypeDetails: {
            /** @description Kind of ticket. */
            product_type?: components["schemas"]["ProductType"] | null;
            /** @description Class of that kind. */
            product_type_class?: components["schemas"]["ProductTypeClass"] | null;
            /** @description Id of the configured type; decides which one is meant when kinds repeat. */
            product_type_id?: components["schemas"]["Identifier"] | null;
            /** @description Text to show, translatable. */
            product_type_label?: string | null;
            /** @description Lowest age; show "N+" if there is no upper age. */
            product_type_age_from?: number | null;
            /** @description Highest age; both ages empty means no age limit. */
            product_type_age_to?: number | null;
            /** @description How many; integer or digits as text. Confirmed bookings come back split, one entry per ticket. */
            product_type_count?: components["schemas"]["Count"] | null;
            /** @description People counted in reports for one unit. */
            product_type_pax?: number | null;
            /** @description Seats taken from capacity for one unit. */
            product_type_capacity?: number | null;
            /** @description Seats asked for or given. */
            product_type_spots?: components["schemas"]["Spot"][] | null;
            /** @description Code to scan for this ticket. */
            product_type_code?: components["schemas"]["Identifier"] | null;
            /** @description Price of this ticket. */
            product_type_pricing?: components["schemas"]["Pricing"] | null;
            /** @description Supplier's own reference of that code. */
            product_type_code_supplier_reference?: components["schemas"]["Identifier"] | null;
            /** @description Key of one ticket; names it in a partial cancellation. */
            product_type_transaction_id?: components["schemas"]["Identifier"] | null;
            /** @description State of the ticket. */
            product_type_status?: components["schemas"]["StatusTypes"] | null;
            /** @description Use of the ticket. */
            product_type_redemption_status?: components["schemas"]["RedemptionStatus"] | null;
            /** @description Whether this ticket is paid. */
            product_type_payment_status?: components["schemas"]["PaymentStatus"] | null;
            /** @description When it was used. */
            product_type_redemption_date_time?: components["schemas"]["DateTime"] | null;
            /** @description Who scanned it. */
            product_type_redemption_user_name?: string | null;
            /** @description E-mail of that user. */
            product_type_redemption_user_email?: string | null;
            /** @description Countdown and scans of a pass. */
            product_type_pass_details?: components["schemas"]["PassDetails"] | null;
            /** @description Earlier name of `product_type_pass_details`. */
            product_type_pass?: components["schemas"]["PassDetails"] | null;
        };
        /** @description Countdown and scans of a pass. */
        PassDetails: {
            /** @description Code of the pass. */
            pass_code?: components["schemas"]["Identifier"] | null;
            /** @description Countdown of the pass. */
            pass_duration?: components["schemas"]["PassDuration"] | null;
            /** @description All scans of the pass. */
            pass_redemptions?: components["schemas"]["PassRedemption"][] | null;
        };
        /** @description Countdown of a pass. */
        PassDuration: {
            /** @description Start of the countdown. */
            pass_duration_start?: components["schemas"]["DateTime"] | null;
            /** @description End of the countdown. */
            pass_duration_end?: components["schemas"]["DateTime"] | null;
            /** @description Length of the countdown in seconds. */
            pass_duration_total?: number | null;
            /** @description Seconds left; below zero once over. */
            pass_duration_remaining?: number | null;
        };
        /** @description One scan of a pass. */
        PassRedemption: {
            /** @description When scanned. */
            pass_redemption_date_time?: components["schemas"]["DateTime"] | null;
            /** @description Who scanned. */
            pass_redemption_user_name?: string | null;
            /** @description E-mail of that user. */
            pass_redemption_user_email?: string | null;
        };
        /** @description A seat or another numbered place. */
        Spot: {
            /** @description Name of the seat. */
            readonly spot_name?: string | null;
            /** @description Section. */
            spot_section?: string | null;
            /** @description Row. */
            spot_row?: string | null;
            /** @description Number. */
            spot_number?: components["schemas"]["Identifier"] | null;
            /** @description Id of the seat. */
            spot_id?: components["schemas"]["Identifier"] | null;
            /** @description Kind of spot. */
            spot_type?: components["schemas"]["SpotType"] | null;
            /** @description State of the spot. */
            readonly spot_state?: components["schemas"]["SpotState"] | null;
        };
        /** @description Extra option chosen for a booking. The form is that of v3.5: v3.8 shows none. */
        BookedExtraOption: {
            /** @description Id. */
            option_id?: components["schemas"]["Identifier"] | null;
            /** @description Free text given as answer. */
            option_value_text?: string | null;
            /** @description The choices. */
            option_values?: components["schemas"]["BookedExtraOptionValue"][] | null;
        };
        /** @description One choice of an extra option and how many of it. */
        BookedExtraOptionValue: {
            /** @description Id. */
            value_id?: components["schemas"]["Identifier"] | null;
            /** @description Name, translatable. */
            readonly value_name?: string | null;
            /** @description Price. */
            readonly value_price?: components["schemas"]["Decimal"] | null;
            /** @description Tax setting. */
            readonly value_price_tax_id?: components["schemas"]["Identifier"] | null;
            /** @description Tax in the price. */
            readonly value_price_tax_amount?: components["schemas"]["Decimal"] | null;
            /** @description Only for this ticket kind. */
            readonly value_product_type_id?: components["schemas"]["Identifier"] | null;
            /** @description Icon. */
            readonly value_icon?: string | null;
            /** @description How many are booked. */
            value_count?: number | null;
        };
        /** @description Price of an order, cart, booking or ticket line. */
        Pricing: {
            /** @description List prices plus extra options, before promo codes, variations and included fees. */
            price_subtotal?: components["schemas"]["Decimal"] | null;
            /** @description All discounts (negative) and surcharges (positive). */
            price_variations?: components["schemas"]["PriceVariation"][] | null;
            /** @description Effect of each promo code. */
            price_promocodes?: components["schemas"]["PricePromocode"][] | null;
            /** @description Tax lines. */
            price_taxes?: components["schemas"]["PriceTax"][] | null;
            /** @description Fee lines; only those with `fee_included` true are part of the total. */
            price_fees?: components["schemas"]["Fee"][] | null;
            /** @description What is to be paid after everything. */
            price_total?: components["schemas"]["Decimal"] | null;
            /** @description Purchase or sales side, with or without tax. */
            price_type?: components["schemas"]["PriceType"] | null;
            /** @description Currency of the amounts, ISO 4217. */
            price_currency_code?: string | null;
            /** @description Other conversion rate (advanced). */
            price_currency_rate?: components["schemas"]["Decimal"] | null;
            /** @description Margin lines, for information. */
            price_margins?: components["schemas"]["Margin"][] | null;
        };
        /** @description Discount (below zero) or surcharge. */
        PriceVariation: {
            /** @description Text for the change. */
            variation_label?: string | null;
            /** @description Amount added to the subtotal; below zero is a discount. */
            variation_amount?: components["schemas"]["Decimal"] | null;
            /** @description What caused it. */
            variation_type?: components["schemas"]["VariationType"] | null;
        };
        /** @description Effect of one promo code. */
        PricePromocode: {
            /** @description The code. */
            promo_code?: components["schemas"]["Identifier"] | null;
            /** @description Amount of the effect. */
            promo_amount?: components["schemas"]["Decimal"] | null;
        };
        /** @description Tax line of a price. */
        PriceTax: {
            /** @description Id of the tax setting. */
            tax_id?: components["schemas"]["Identifier"] | null;
            /** @description Amount of tax. */
            tax_amount?: components["schemas"]["Decimal"] | null;
            /** @description Percentage. */
            tax_rate?: components["schemas"]["Decimal"] | null;
            /** @description Name of the tax. */
            tax_name?: string | null;
        };
        /** @description Fee line of a price. */
        Fee: {
            /** @description Who or what the fee is for. */
            fee_type?: components["schemas"]["FeeType"] | null;
            /** @description Amount of the fee. */
            fee_amount?: components["schemas"]["Decimal"] | null;
            /** @description Percentage of the fee. */
            fee_percentage?: components["schemas"]["Decimal"] | null;
            /** @description Tax in the fee. */
            fee_tax_amount?: components["schemas"]["Decimal"] | null;
            /** @description True: own line counted in the total. False: for information only. */
            fee_included?: boolean | null;
            /** @description Text of the fee. */
            fee_label?: string | null;
            /** @description Tax setting of the fee. */
            fee_tax_id?: components["schemas"]["Identifier"] | null;
            /** @description Whether the fee is given back. */
            fee_refundable?: boolean | null;
        };
        /** @description Margin line of a price, for information. */
        Margin: {
            /** @description Whose margin. */
            margin_type?: components["schemas"]["FeeType"] | null;
            /** @description Amount of the margin. */
            margin_amount?: components["schemas"]["Decimal"] | null;
            /** @description Tax setting of the margin. */
            margin_tax_id?: components["schemas"]["Identifier"] | null;
            /** @description Tax on the margin. */
            margin_tax_amount?: components["schemas"]["Decimal"] | null;
        };
        /** @description Promo code that was applied to a cart. */
        AppliedPromocode: {
            /** @description Name of the promotion. */
            promo_title?: string | null;
            /** @description Text of the promotion. */
            promo_description?: string | null;
            /** @description The code. */
            promo_code?: components["schemas"]["Identifier"] | null;
        };
        /** @description Booking question with its answers (rules 128 and 129). */
        CheckoutField: {
            /** @description Id of the question. */
            checkout_field_id?: components["schemas"]["Identifier"] | null;
            /** @description Name of the question. */
            readonly checkout_field_title?: string | null;
            /** @description Text shown with the field. */
            readonly checkout_field_label?: string | null;
            /** @description Grey text inside the field. */
            readonly checkout_field_place_holder?: string | null;
            /** @description Help text. */
            readonly checkout_field_help_text?: string | null;
            /** @description Account level that set the question. */
            readonly checkout_field_account_type?: components["schemas"]["AccountType"] | null;
            /** @description Bookings the answer is for. */
            checkout_field_booking_reference?: components["schemas"]["Identifier"][] | null;
            /** @description Whether it must be answered. */
            readonly checkout_field_restriction?: components["schemas"]["CheckoutFieldRestriction"] | null;
            /** @description Whether it is asked once per product or at another level. */
            readonly checkout_field_level?: components["schemas"]["CheckoutFieldLevel"] | null;
            /** @description Unit of the answer. */
            checkout_field_unit?: string | null;
            /** @description Kind of input. */
            readonly checkout_field_input_type?: components["schemas"]["CheckoutFieldInputType"] | null;
            /** @description What is asked, e.g. a contact field. */
            readonly checkout_field_type?: string | null;
            /** @description Answers to choose from. */
            checkout_field_options?: string[] | null;
            /** @description The answers. */
            checkout_field_values?: components["schemas"]["CheckoutFieldValue"][] | null;
            /** @description When the question was made. */
            readonly checkout_field_created?: components["schemas"]["DateTime"] | null;
        };
        /** @description Answer to a booking question. */
        CheckoutFieldValue: {
            /** @description Ticket kind the answer is for. */
            checkout_field_value_product_type?: components["schemas"]["ProductType"] | null;
            /** @description The answer, as a list. */
            checkout_field_value?: string[] | null;
            /** @description Ticket the answer is for. */
            checkout_field_value_transaction_reference?: components["schemas"]["Identifier"] | null;
        };
        /** @description What a create and an update of an order have in common; read-only fields sent along are ignored (rule 56). */
        OrderContentRequest: {
            /** @description Distributor the order is sold under. */
            order_distributor_id: components["schemas"]["Identifier"];
            /** @description Id of the merchant of the order. */
            order_merchant_id?: components["schemas"]["Identifier"] | null;
            /** @description Name of that merchant. */
            order_merchant_name?: string | null;
            /** @description Id of the partner (sub-agent) the sale was made for. */
            order_partner_id?: components["schemas"]["Identifier"] | null;
            /** @description Own key of the order. */
            order_external_reference: components["schemas"]["Identifier"];
            /** @description How the guest's money is settled; EXTERNAL when left out. */
            order_settlement_type?: components["schemas"]["SettlementType"] | null;
            /** @description Language for messages to the guest, ISO 639-1. */
            order_language?: string | null;
            /** @description Contacts of the order. On update send all of them again: those left out are dropped. */
            order_contacts?: components["schemas"]["Contact"][] | null;
            /** @description Answers to booking questions (and, in responses, the questions themselves). */
            order_checkout_fields?: components["schemas"]["CheckoutField"][] | null;
            /** @description Price of the whole order; check `price_total` against what the guest paid (rule 118). */
            order_pricing?: components["schemas"]["PricingRequest"] | null;
            /** @description Extra switches, such as which e-mails to send. */
            order_options?: components["schemas"]["OrderOptions"] | null;
            /** @description Labels put on the order. */
            order_flags?: components["schemas"]["Flag"][] | null;
            /** @description Free key/value pairs. */
            order_custom_fields?: components["schemas"]["CustomField"][] | null;
            /** @description Notes on the order. */
            order_notes?: components["schemas"]["Note"][] | null;
        };
        /** @description Order to create (rules 147 to 151). */
        OrderCreateRequest: components["schemas"]["OrderContentRequest"] & {
            /** @description Language for messages to the guest, ISO 639-1. */
            order_language: string;
            /** @description Direct bookings, or one confirmation of a cart; never both (rule 148). */
            order_bookings: (components["schemas"]["DirectBookingRequest"] | components["schemas"]["ConfirmReservationRequest"])[];
        };
        /** @description Order to update: the whole top level, as optional fields left out are deleted (rules 153 to 157). */
        OrderUpdateRequest: components["schemas"]["OrderContentRequest"] & {
            /** @description The bookings to amend, and only those (rule 153). */
            order_bookings?: components["schemas"]["BookingUpdateRequest"][] | null;
        };
        /** @description What can be said of a booking when it is made or amended. */
        BookingContentRequest: {
            /** @description Own key of the booking. */
            booking_external_reference?: components["schemas"]["Identifier"] | null;
            /** @description Expected day/time of use. Needed when `product_traveldate_required` is true; filled from the slot start when a slot was booked and this was left out. */
            booking_travel_date?: components["schemas"]["DateTime"] | null;
            /** @description Language of the activity (e.g. of the guide), ISO 639-1. */
            booking_language?: string | null;
            /** @description Ties an add-on booking to its main booking. */
            booking_addon_reference?: components["schemas"]["Identifier"] | null;
            /** @description Price of this booking. */
            booking_pricing?: components["schemas"]["PricingRequest"] | null;
            /** @description Notes on the booking. */
            booking_notes?: components["schemas"]["Note"][] | null;
            /** @description Key of the product. */
            product_id?: components["schemas"]["Identifier"] | null;
            /** @description Main product when this one is bought as its add-on or out of its cluster. An add-on needs a booking of the main product in the same order; a cluster does not. */
            product_relation_id?: components["schemas"]["Identifier"] | null;
            /** @description Chosen pickup point; needed when the product says MANDATORY. */
            product_pickup_point_id?: components["schemas"]["Identifier"] | null;
            /** @description Chosen pickup point with the chosen time. */
            product_pickup_point?: components["schemas"]["PickupPoint"] | null;
            /** @description Chosen slot (`availability_id`), or a spot id when spots are assigned. Needed when `product_availability` is true. */
            product_availability_id?: components["schemas"]["Identifier"] | null;
            /** @description For a combi main product: one entry per sub-product, all of them; fields left out are taken from the main booking. */
            product_combi_details?: components["schemas"]["CombiBookingRequest"][] | null;
            /** @description For a bundle: one entry per bundled product, same shape as combi. */
            product_bundle_details?: components["schemas"]["CombiBookingRequest"][] | null;
            /** @description What is booked: one entry per ticket kind, or per ticket in a confirmed order. */
            product_type_details?: components["schemas"]["ProductTypeRequest"][] | null;
            /** @description Chosen extra options with counts. */
            product_options?: components["schemas"]["BookedExtraOption"][] | null;
        };
        /** @description Booking made at once, without a cart (rule 149). */
        DirectBookingRequest: components["schemas"]["BookingContentRequest"] & {
            /**
             * @description Kind of entry.
             * @constant
             */
            booking_option_type: "DIRECT_BOOKING";
            /** @description Key of the product. */
            product_id: components["schemas"]["Identifier"];
            /** @description What is booked: one entry per ticket kind, or per ticket in a confirmed order. */
            product_type_details: components["schemas"]["ProductTypeRequest"][];
        };
        /** @description Confirmation of a cart; nothing else goes with it. */
        ConfirmReservationRequest: {
            /**
             * @description Kind of entry.
             * @constant
             */
            booking_option_type: "CONFIRM_RESERVATION";
            /** @description Key of the cart. */
            reservation_reference: components["schemas"]["Identifier"];
        };
        /** @description Booking to amend; without `booking_reference` it is added (rule 155). */
        BookingUpdateRequest: components["schemas"]["BookingContentRequest"] & {
            /** @description Kind of entry. */
            booking_option_type: components["schemas"]["BookingOptionType"];
            /** @description Key of the booking. */
            booking_reference?: components["schemas"]["Identifier"] | null;
        };
        /** @description Line to add to a cart, or to replace when it names its reference (rule 135). */
        ReservationDetailRequest: components["schemas"]["BookingContentRequest"] & {
            /** @description Key of the line. */
            booking_reservation_reference?: components["schemas"]["Identifier"] | null;
            /** @description Key of the product. */
            product_id: components["schemas"]["Identifier"];
            /** @description What is booked: one entry per ticket kind, or per ticket in a confirmed order. */
            product_type_details: components["schemas"]["ProductTypeRequest"][];
        };
        /** @description Sub-product of a combi or bundle; what is left out is taken from the main line (rule 90). */
        CombiBookingRequest: {
            /** @description Key of the product. */
            product_id: components["schemas"]["Identifier"];
            /** @description Chosen slot (`availability_id`), or a spot id when spots are assigned. Needed when `product_availability` is true. */
            product_availability_id?: components["schemas"]["Identifier"] | null;
            /** @description What is booked: one entry per ticket kind, or per ticket in a confirmed order. */
            product_type_details?: components["schemas"]["ProductTypeRequest"][] | null;
            /** @description Expected day/time of use. Needed when `product_traveldate_required` is true; filled from the slot start when a slot was booked and this was left out. */
            booking_travel_date?: components["schemas"]["DateTime"] | null;
            /** @description Own key of the booking. */
            booking_external_reference?: components["schemas"]["Identifier"] | null;
        };
        /** @description Ticket kind and count to book. */
        ProductTypeRequest: {
            /** @description Kind of ticket. */
            product_type?: components["schemas"]["ProductType"] | null;
            /** @description Id of the configured type; decides which one is meant when kinds repeat. */
            product_type_id: components["schemas"]["Identifier"];
            /** @description How many; integer or digits as text. Confirmed bookings come back split, one entry per ticket. */
            product_type_count: components["schemas"]["Count"];
            /** @description Seats asked for or given. */
            product_type_spots?: components["schemas"]["Spot"][] | null;
            /** @description Code to scan for this ticket. */
            product_type_code?: components["schemas"]["Identifier"] | null;
            /** @description Price of this ticket. */
            product_type_pricing?: components["schemas"]["PricingRequest"] | null;
        };
        /** @description Discounts that a client may set. */
        PricingRequest: {
            /** @description All discounts (negative) and surcharges (positive). */
            price_variations?: components["schemas"]["PriceVariation"][] | null;
        };
        /** @description What a create and an update of a cart have in common. */
        ReservationContentRequest: {
            /** @description Id of the distributor. */
            reservation_distributor_id: components["schemas"]["Identifier"];
            /** @description Id of the partner. */
            reservation_partner_id?: components["schemas"]["Identifier"] | null;
            /** @description Own key of the cart. */
            reservation_external_reference?: components["schemas"]["Identifier"] | null;
            /** @description Hold token; internal use; one per cart. */
            reservation_hold_token?: string | null;
            /** @description Contacts of the cart. */
            reservation_contacts?: components["schemas"]["Contact"][] | null;
            /** @description Answers to booking questions. */
            reservation_checkout_fields?: components["schemas"]["CheckoutField"][] | null;
            /** @description Price of the cart. */
            reservation_pricing?: components["schemas"]["PricingRequest"] | null;
            /** @description Payment records of the cart, newest first. */
            reservation_payments?: components["schemas"]["PaymentRecordRequest"][] | null;
            /** @description Free key/value pairs. */
            reservation_custom_fields?: components["schemas"]["CustomField"][] | null;
        };
        /** @description Cart to open (rules 133 and 134). */
        ReservationCreateRequest: components["schemas"]["ReservationContentRequest"] & {
            /** @description Lines of the cart. Leave out in an update to change contacts only. */
            reservation_details: components["schemas"]["ReservationDetailRequest"][];
        };
        /** @description Cart to change: only the lines to add or replace (rules 135 and 136). */
        ReservationUpdateRequest: components["schemas"]["ReservationContentRequest"] & {
            /** @description Lines of the cart. Leave out in an update to change contacts only. */
            reservation_details?: components["schemas"]["ReservationDetailRequest"][] | null;
        };
        /** @description A cart: products held for a limited time (rules 133 to 146). */
        Reservation: {
            /** @description Id of the distributor. */
            reservation_distributor_id?: components["schemas"]["Identifier"] | null;
            /** @description Name of the distributor. */
            reservation_distributor_name?: string | null;
            /** @description Id of the partner. */
            reservation_partner_id?: components["schemas"]["Identifier"] | null;
            /** @description Name of the partner. */
            reservation_partner_name?: string | null;
            /** @description Key of the cart. */
            reservation_reference: components["schemas"]["Identifier"];
            /** @description Own key of the cart. */
            reservation_external_reference?: components["schemas"]["Identifier"] | null;
            /** @description Hold token; internal use; one per cart. */
            reservation_hold_token?: string | null;
            /** @description Earliest moment a line lapses; only that line is dropped. Confirming a cart after a drop confirms what is left, so check first. */
            reservation_valid_until?: components["schemas"]["DateTime"] | null;
            /** @description Lines of the cart. Leave out in an update to change contacts only. */
            reservation_details?: components["schemas"]["ReservationDetail"][] | null;
            /** @description Contacts of the cart. */
            reservation_contacts?: components["schemas"]["Contact"][] | null;
            /** @description Answers to booking questions. */
            reservation_checkout_fields?: components["schemas"]["CheckoutField"][] | null;
            /** @description Promo codes applied. */
            reservation_promocodes?: components["schemas"]["AppliedPromocode"][] | null;
            /** @description Price of the cart. */
            reservation_pricing?: components["schemas"]["Pricing"] | null;
            /** @description Payment records of the cart, newest first. */
            reservation_payments?: components["schemas"]["Payment"][] | null;
            /** @description Free key/value pairs. */
            reservation_custom_fields?: components["schemas"]["CustomField"][] | null;
            /** @description When made. */
            reservation_created?: components["schemas"]["DateTime"] | null;
            /** @description User who made it. */
            reservation_created_name?: string | null;
            /** @description E-mail of that user. */
            reservation_created_email?: string | null;
            /** @description When last changed. */
            reservation_modified?: components["schemas"]["DateTime"] | null;
            /** @description Credit-limit information. */
            reservation_credit?: Record<string, never> | null;
        };
        /** @description Record of a payment, a refund or a later charge. Amounts are positive; `payment_type` tells the direction (rule 176). */
        Payment: {
            /** @description Key of the payment record. */
            payment_id: components["schemas"]["Identifier"];
            /** @description Record that this one changes (refund, capture). */
            payment_original_id?: components["schemas"]["Identifier"] | null;
            /** @description Id of the payment partner. */
            payment_partner_id?: components["schemas"]["Identifier"] | null;
            /** @description Own key of the payment, also used towards the PSP. At least 8 characters. */
            payment_merchant_reference?: components["schemas"]["Identifier"] | null;
            /** @description Own key of the payer (shopper); needed for recurring payments. */
            payment_external_reference?: components["schemas"]["Identifier"] | null;
            /** @description Order (or reservation) the payment is for. */
            payment_order_reference?: components["schemas"]["Identifier"] | null;
            /** @description Bookings paid, when paid in part. */
            payment_booking_references?: components["schemas"]["Identifier"][] | null;
            /** @description Revision of the order at that time. */
            payment_order_version?: number | null;
            /** @description State of the payment. */
            payment_status?: components["schemas"]["PaymentStatus"] | null;
            /** @description How the guest paid. */
            payment_method?: components["schemas"]["PaymentMethod"] | null;
            /** @description Card or wallet brand, if the PSP says. */
            payment_scheme?: components["schemas"]["PaymentScheme"] | null;
            /** @description Stage: reserve, take or give back. */
            payment_type?: components["schemas"]["PaymentType"] | null;
            /** @description Page where the guest can pay. */
            payment_link?: string | null;
            /** @description When that page lapses; for pre-payment the same as the reservation's `reservation_valid_until`. */
            payment_link_expires_at?: components["schemas"]["DateTime"] | null;
            /** @description Whether the payer's details are kept. */
            payment_recurring?: boolean | null;
            /** @description Why they are kept. */
            payment_recurring_type?: components["schemas"]["PaymentRecurringType"] | null;
            /** @description Who started the refund. */
            payment_refund_type?: components["schemas"]["RefundType"] | null;
            /** @description Why it was refunded. */
            payment_refund_reason?: string | null;
            /** @description Currency the guest paid in, ISO 4217. */
            payment_currency_code?: string | null;
            /** @description Rate from the order's currency to the guest's. */
            payment_currency_rate?: components["schemas"]["Decimal"] | null;
            /** @description Amount in the guest's currency. */
            payment_currency_amount?: components["schemas"]["Decimal"] | null;
            /** @description Amount of this record in the order's currency; positive for refunds too, `payment_type` tells. */
            payment_amount?: components["schemas"]["Decimal"] | null;
            /** @description Running sum for the order, refunds taken off; the newest record has the current total. */
            payment_total?: components["schemas"]["Decimal"] | null;
            /** @description What the PSP said. */
            payment_gateway_details?: components["schemas"]["PaymentGatewayDetails"] | null;
            /** @description Payer. */
            payment_contact?: components["schemas"]["Contact"] | null;
            /** @description Notes. */
            payment_notes?: components["schemas"]["Note"][] | null;
            /** @description When recorded. */
            payment_created?: components["schemas"]["DateTime"] | null;
            /** @description User who recorded it. */
            payment_created_name?: string | null;
            /** @description E-mail of that user. */
            payment_created_email?: string | null;
            /** @description Shift of the cashier. */
            payment_shift_id?: components["schemas"]["Identifier"] | null;
            /** @description When a reserved amount lapses if not taken. */
            payment_authorization_expires_at?: components["schemas"]["DateTime"] | null;
            /** @description Side of the payment (sales or purchase). */
            payment_class?: string | null;
            /** @description Payment fees. */
            payment_fees?: components["schemas"]["Fee"][] | null;
        };
        /** @description Payment sent along with a cart. */
        PaymentRecordRequest: {
            /** @description Id of the payment partner. */
            payment_partner_id?: components["schemas"]["Identifier"] | null;
            /** @description Own key of the payment, also used towards the PSP. At least 8 characters. */
            payment_merchant_reference?: components["schemas"]["Identifier"] | null;
            /** @description Own key of the payer (shopper); needed for recurring payments. */
            payment_external_reference?: components["schemas"]["Identifier"] | null;
            /** @description Order (or reservation) the payment is for. */
            payment_order_reference?: components["schemas"]["Identifier"] | null;
            /** @description How the guest paid. */
            payment_method?: components["schemas"]["PaymentMethod"] | null;
            /** @description Card or wallet brand, if the PSP says. */
            payment_scheme?: components["schemas"]["PaymentScheme"] | null;
            /** @description Stage: reserve, take or give back. */
            payment_type?: components["schemas"]["PaymentType"] | null;
            /** @description Why it was refunded. */
            payment_refund_reason?: string | null;
            /** @description Currency the guest paid in, ISO 4217. */
            payment_currency_code?: string | null;
            /** @description Rate from the order's currency to the guest's. */
            payment_currency_rate?: components["schemas"]["Decimal"] | null;
            /** @description What the PSP said. */
            payment_gateway_details?: components["schemas"]["PaymentGatewayDetails"] | null;
            /** @description Payer. */
            payment_contact?: components["schemas"]["Contact"] | null;
            /** @description Notes. */
            payment_notes?: components["schemas"]["Note"][] | null;
        };
        /** @description What the payment service provider said. */
        PaymentGatewayDetails: {
            /** @description Merchant account at the PSP. */
            payment_merchant_account_name?: string | null;
            /** @description PSP's key; a new one for every action. */
            payment_service_provider_reference?: components["schemas"]["Identifier"] | null;
            /** @description PSP's key of the first action. */
            payment_service_provider_original_reference?: components["schemas"]["Identifier"] | null;
            /** @description The PSP. */
            payment_gateway_type?: components["schemas"]["PaymentGatewayType"] | null;
            /** @description Open set of string values from the PSP. */
            payment_gateway_additional_values?: components["schemas"]["PaymentGatewayAdditionalValues"] | null;
            /** @description Authorisation code. */
            payment_auth_code?: components["schemas"]["Identifier"] | null;
            /** @description Hotel for a hotel bill. */
            payment_hotel_id?: components["schemas"]["Identifier"] | null;
            /** @description Guest on the hotel bill. */
            payment_hotel_guest_name?: string | null;
            /** @description Room on the hotel bill. */
            payment_hotel_room_number?: components["schemas"]["Identifier"] | null;
            /** @description MEWS customer. */
            payment_customer_id?: components["schemas"]["Identifier"] | null;
        };
        /** @description Open set of text values from the provider. */
        PaymentGatewayAdditionalValues: {
            [key: string]: unknown;
        };
        /** @description Payment to start or to record. `payment_object_type` decides which of the other fields count; a MANUAL one needs `payment_method`. */
        PaymentRequest: {
            /** @description Which request/response shape is used. */
            payment_object_type: components["schemas"]["PaymentObjectType"];
            /** @description Own key of the payment, also used towards the PSP. At least 8 characters. */
            payment_merchant_reference: components["schemas"]["Identifier"];
            /** @description Own key of the payer (shopper); needed for recurring payments. */
            payment_external_reference?: components["schemas"]["Identifier"] | null;
            /** @description How the guest paid. */
            payment_method?: components["schemas"]["PaymentMethod"] | Record<string, never> | null;
            /** @description Currency the guest paid in, ISO 4217. */
            payment_currency_code?: string | null;
            /** @description Rate from the order's currency to the guest's. */
            payment_currency_rate?: components["schemas"]["Decimal"] | null;
            /** @description Amount in the guest's currency. */
            payment_currency_amount?: components["schemas"]["Decimal"] | null;
            /** @description Amount of this record in the order's currency; positive for refunds too, `payment_type` tells. */
            payment_amount?: components["schemas"]["Decimal"] | null;
            /** @description Payer. */
            payment_contact?: components["schemas"]["Contact"] | null;
            /** @description Notes. */
            payment_notes?: components["schemas"]["Note"][] | null;
            /** @description Whether the payer's details are kept. */
            payment_recurring?: boolean | null;
            /** @description Why they are kept. */
            payment_recurring_type?: components["schemas"]["PaymentRecurringType"] | null;
            /** @description Where to send the guest after a redirect. */
            return_url?: string | null;
            /** @description Terminal to pay on. */
            payment_terminal_id?: components["schemas"]["Identifier"] | null;
            /** @description MEWS customer. */
            payment_customer_id?: components["schemas"]["Identifier"] | null;
            /** @description Merchant account at the PSP. */
            payment_merchant_account_name?: string | null;
            /** @description The PSP. */
            payment_gateway_type?: components["schemas"]["PaymentGatewayType"] | null;
            /** @description PSP's key; a new one for every action. */
            payment_service_provider_reference?: components["schemas"]["Identifier"] | null;
            /** @description Stage: reserve, take or give back. */
            payment_type?: components["schemas"]["PaymentType"] | null;
            /** @description Card or wallet brand, if the PSP says. */
            payment_scheme?: components["schemas"]["PaymentScheme"] | null;
        };
        /** @description Outcome of starting a payment. */
        PaymentResult: {
            /** @description Which request/response shape is used. */
            payment_object_type?: components["schemas"]["PaymentObjectType"] | null;
            /** @description PSP's result (Adyen). */
            payment_result_code?: string | null;
            /** @description Next step for the front end (Adyen): JSON as text, or an object. */
            payment_action?: string | Record<string, never> | null;
            /** @description The payment record. */
            payment_details?: components["schemas"]["Payment"] | null;
            /** @description Why it failed (Adyen). */
            payment_refusal_reason?: string | null;
            /** @description Page where the guest can pay. */
            payment_link?: string | null;
            /** @description When that page lapses; for pre-payment the same as the reservation's `reservation_valid_until`. */
            payment_link_expires_at?: components["schemas"]["DateTime"] | null;
            /** @description PSP's key; a new one for every action. */
            payment_service_provider_reference?: components["schemas"]["Identifier"] | null;
        };
        /** @description Set-up of a payment service provider; no envelope. */
        PaymentConfig: {
            /** @description Methods of the provider; JSON as text for Adyen. */
            payment_methods?: string | null;
            /** @description Adyen origin key for the web drop-in. */
            payment_origin_key?: string | null;
            /** @description Domain that key is for. */
            payment_origin_domain?: string | null;
        };
        /** @description A person or company. */
        Contact: {
            /** @description Key of the contact. Blank makes a new one; an existing one is linked and the other fields are ignored. */
            contact_uid?: components["schemas"]["Identifier"] | null;
            /** @description Own key of the contact. */
            contact_external_uid?: components["schemas"]["Identifier"] | null;
            /** @description Revision counter of the contact. */
            readonly contact_version?: number | null;
            /** @description Number of the contact. */
            contact_number?: components["schemas"]["Identifier"] | null;
            /** @description Role of the contact. */
            contact_type?: components["schemas"]["ContactType"] | null;
            /** @description Title before the name. */
            contact_title?: string | null;
            /** @description First name. */
            contact_name_first?: string | null;
            /** @description Last name; put a full name here if it cannot be split. */
            contact_name_last?: string | null;
            /** @description E-mail. */
            contact_email?: string | null;
            /** @description Phone, E.164. */
            contact_phone?: string | null;
            /** @description Mobile phone, E.164. */
            contact_mobile?: string | null;
            /** @description Preferred language, ISO 639-1. */
            contact_language?: string | null;
            /** @description Nationality, as a country code or a word. */
            contact_nationality?: string | null;
            /** @description Flight. */
            contact_flight_number?: components["schemas"]["Identifier"] | null;
            /** @description Loyalty number. */
            contact_loyalty_number?: components["schemas"]["Identifier"] | null;
            /** @description Place of birth. */
            contact_birth_place?: string | null;
            /** @description Date of birth. */
            contact_birth_date?: components["schemas"]["CalendarDate"] | null;
            /** @description Passport. */
            contact_passport?: string | null;
            /** @description Gender. */
            contact_gender?: components["schemas"]["ContactGender"] | null;
            /** @description Age. */
            contact_age?: number | null;
            /** @description Hotel room. */
            contact_room_number?: components["schemas"]["Identifier"] | null;
            /** @description Website. */
            contact_website?: string | null;
            /** @description Company of the contact. */
            contact_company?: components["schemas"]["Company"] | null;
            /** @description Label of how to treat the contact. */
            contact_classification?: components["schemas"]["ContactClassification"] | null;
            /** @description Address. */
            contact_address?: components["schemas"]["Address"] | null;
            /** @description Notes. */
            contact_notes?: components["schemas"]["Note"][] | null;
            /** @description Free key/value pairs. */
            contact_custom_fields?: components["schemas"]["CustomField"][] | null;
            /** @description When made. */
            readonly contact_created?: components["schemas"]["DateTime"] | null;
            /** @description When last changed. */
            readonly contact_modified?: components["schemas"]["DateTime"] | null;
        };
        /** @description Contact that replaces the stored one; names its key in path and body (rule 190). */
        ContactUpdateRequest: components["schemas"]["Contact"] & {
            contact_uid: components["schemas"]["Identifier"];
        };
        /** @description Company of a contact. */
        Company: {
            /** @description Name of the company. */
            company_name?: string | null;
            /** @description Registration number. */
            company_registration_number?: components["schemas"]["Identifier"] | null;
            /** @description Tax number. */
            company_tax_number?: components["schemas"]["Identifier"] | null;
        };
        /** @description Postal address. */
        Address: {
            /** @description Name on the address. */
            name?: string | null;
            /** @description Street and number. */
            street?: string | null;
            /** @description Second line. */
            addition?: string | null;
            /** @description Town. */
            city?: string | null;
            /** @description Postal code. */
            postal_code?: components["schemas"]["Identifier"] | null;
            /** @description State or province. */
            region?: string | null;
            /** @description Country in words. */
            country?: string | null;
            /** @description Country, ISO 3166-1 alpha-2. */
            country_code?: string | null;
            /** @description Google place id. */
            place_id?: components["schemas"]["Identifier"] | null;
            /** @description Latitude as text. */
            latitude?: components["schemas"]["Decimal"] | null;
            /** @description Longitude as text. */
            longitude?: components["schemas"]["Decimal"] | null;
            /** @description Note on the address. */
            notes?: string | null;
            /** @description Id of the address. */
            readonly id?: components["schemas"]["Identifier"] | null;
        };
        /** @description Note on an order, booking, contact, payment or product. */
        Note: {
            /** @description Text of the note. */
            note_value?: string | null;
            /** @description When written. */
            readonly note_created?: components["schemas"]["DateTime"] | null;
            /** @description Account levels that may read it. */
            note_recipients?: components["schemas"]["AccountType"][] | null;
            /** @description Account level that wrote it. */
            note_creator_account_type?: components["schemas"]["AccountType"] | null;
            /** @description User who wrote it. */
            readonly note_creator_user_name?: string | null;
            /** @description E-mail of that user. */
            readonly note_creator_user_email?: string | null;
            /** @description Role of that user. */
            readonly note_creator_user_role?: string | null;
            /** @description Who may read it, earlier form. */
            note_type?: components["schemas"]["NoteType"] | null;
            /** @description Earlier name of `note_created`. */
            readonly note_date?: components["schemas"]["DateTime"] | null;
            /** @description Earlier name of the writer. */
            readonly note_creator?: string | null;
        };
        /** @description Free key and value. */
        CustomField: {
            /** @description Key. */
            custom_field_name?: string | null;
            /** @description Value. */
            custom_field_value?: string | null;
            /** @description Whether only stored or also shown. */
            custom_field_type?: components["schemas"]["CustomFieldType"] | null;
        };
        /** @description Label. */
        Flag: {
            /** @description Id of the flag. */
            flag_id?: components["schemas"]["Identifier"] | null;
            /** @description Name of the flag. */
            flag_name?: string | null;
            /** @description Kind of flag. */
            flag_type?: components["schemas"]["FlagType"] | null;
            /** @description Id of the value. */
            flag_value_id?: components["schemas"]["Identifier"] | null;
            /** @description Value. */
            flag_value?: string | null;
            /** @description Whether guests may see it. */
            flag_visible?: boolean | null;
        };
        /** @description Pickup point of a product, or the chosen one of a booking (rules 130 to 132). */
        PickupPoint: {
            /** @description Id. */
            pickup_point_id?: components["schemas"]["Identifier"] | null;
            /** @description Name. */
            readonly pickup_point_name?: string | null;
            /** @description Kind. Samples show FIXED and MEETING_POINT. */
            pickup_point_type?: components["schemas"]["PickupPointType"] | null;
            /** @description Text. */
            readonly pickup_point_description?: string | null;
            /** @description Location id; should be one of `product_locations`. */
            readonly pickup_point_location?: string | null;
            /** @description Time of pickup. */
            pickup_point_time?: string | null;
            /** @description Times to choose from. */
            pickup_point_times?: string[] | null;
            /** @description Length in minutes. */
            readonly pickup_point_duration?: number | null;
            /** @description True: pickup time plus length must not pass the slot start, so offer only times that fit. */
            readonly pickup_point_availability_dependency?: boolean | null;
        };
        /** @description Fee of a cancellation and its limit (rule 167). */
        CancellationPolicy: {
            /** @description Text of the policy. */
            cancellation_description?: string | null;
            /** @description Whether the limit counts from travel date or booking date. */
            cancellation_type?: components["schemas"]["CancellationType"] | null;
            /** @description Limit before the date of `cancellation_type`. The unit is not certain: minutes or seconds. */
            cancellation_fee_threshold?: number | null;
            /** @description Part of the booking's value that is charged (JSON number). */
            cancellation_fee_percentage?: components["schemas"]["Decimal"] | null;
            /** @description Fixed amount that is charged. */
            cancellation_fee_amount?: components["schemas"]["Decimal"] | null;
        };
        /** @description A slot of a product. */
        Availability: {
            /** @description Key of the slot; book with it. */
            availability_id: components["schemas"]["Identifier"];
            /** @description Capacity pool. */
            availability_capacity_id?: components["schemas"]["Identifier"] | null;
            /** @description Shared pool, when SHARED or COMBINED. */
            availability_capacity_shared_id?: components["schemas"]["Identifier"] | null;
            /** @description Text for the slot. */
            availability_label?: string | null;
            /** @description Product the slot belongs to (a sub-product when depth > 0). */
            availability_product_id?: components["schemas"]["Identifier"] | null;
            /** @description How guests may enter in this slot. */
            availability_admission_type?: components["schemas"]["ProductAdmissionType"] | null;
            /** @description False means closed: cannot be booked. */
            availability_active?: boolean | null;
            /** @description Length in seconds. */
            availability_duration?: number | null;
            /** @description Start, local time of the activity. */
            availability_from_date_time?: components["schemas"]["DateTime"] | null;
            /** @description End, local time of the activity. */
            availability_to_date_time?: components["schemas"]["DateTime"] | null;
            /** @description First moment the slot can be booked. */
            availability_booking_window_start?: components["schemas"]["DateTime"] | null;
            /** @description Last moment the slot can be booked. */
            availability_booking_window_end?: components["schemas"]["DateTime"] | null;
            /** @description Numbers of places. */
            availability_spots?: components["schemas"]["AvailabilitySpots"] | null;
            /** @description When made. */
            availability_created?: components["schemas"]["DateTime"] | null;
            /** @description When last changed (capacity or set-up). */
            availability_modified?: components["schemas"]["DateTime"] | null;
            /** @description Price for the party that was asked for. */
            availability_pricing?: components["schemas"]["AvailabilityPricing"][] | null;
            /** @description Key of the slot at the supplier. */
            availability_external_id?: components["schemas"]["Identifier"] | null;
            /** @description Party size the slot is for (few merchants). */
            availability_party_size?: number | null;
            /** @description Notes. */
            availability_notes?: components["schemas"]["Note"][] | null;
        };
        /** @description Places of a slot (rule 106). */
        AvailabilitySpots: {
            /** @description Places set up for this distributor. */
            availability_spots_total?: number | null;
            /** @description Places held now; already off the open number. */
            availability_spots_reserved?: number | null;
            /** @description Places booked; already off the open number. */
            availability_spots_booked?: number | null;
            /** @description Places that can be booked now. */
            availability_spots_open?: number | null;
            /** @description Places used; suppliers only. */
            availability_spots_redeemed?: number | null;
            /** @description List of free spots. */
            availability_spots_details?: components["schemas"]["Spot"][] | null;
        };
        /** @description Calculated price of a slot. The variations are the form of v3.5, which getAvailability may still send. */
        AvailabilityPricing: {
            /** @description Sums for the whole party. */
            pricing_total?: components["schemas"]["AvailabilityPricingTotal"] | null;
            /** @description Price per ticket kind (a list here, an object elsewhere). */
            product_type_pricing?: components["schemas"]["AvailabilityTypePricing"][] | null;
            /** @description Change of price for the slot. */
            availability_pricing_variation_amount?: components["schemas"]["Decimal"] | null;
            /** @description Same as percentage. */
            availability_pricing_variation_percentage?: components["schemas"]["Decimal"] | null;
            /** @description Reason. */
            availability_pricing_variation_description?: string | null;
            /** @description What caused it. */
            availability_pricing_variation_type?: string | null;
            /** @description Which price it changes. */
            availability_pricing_variation_price_type?: string | null;
            /** @description Whether commission applies to it. */
            availability_pricing_variation_commission_included?: boolean | null;
            /** @description Ticket kind it is for. */
            availability_pricing_variation_product_type_id?: components["schemas"]["Identifier"] | null;
            /** @description Whether the type discount applies to it. */
            availability_pricing_variation_product_type_discount_included?: boolean | null;
            /** @description Ticket kind it is for. */
            availability_pricing_variation_product_type?: components["schemas"]["ProductType"] | null;
        };
        /** @description Calculated price of the whole party, by price level (rule 111). */
        AvailabilityPricingTotal: {
            /** @description What the guest pays. */
            total_sales_price?: components["schemas"]["Decimal"] | null;
            /** @description What the distributor pays. */
            total_distributor_price?: components["schemas"]["Decimal"] | null;
            /** @description What the reseller pays. */
            total_reseller_price?: components["schemas"]["Decimal"] | null;
            /** @description What the market admin pays. */
            total_market_price?: components["schemas"]["Decimal"] | null;
            /** @description Supplier's benchmark price. */
            total_supplier_price?: components["schemas"]["Decimal"] | null;
            /** @description Fees on top. */
            total_fees?: components["schemas"]["Fee"][] | null;
        };
        /** @description Calculated price of one ticket kind, by price level (rule 111). */
        AvailabilityTypePricing: {
            /** @description Kind of ticket. */
            product_type?: components["schemas"]["ProductType"] | null;
            /** @description Id of the configured type; decides which one is meant when kinds repeat. */
            product_type_id?: components["schemas"]["Identifier"] | null;
            /** @description Price per piece or one price for the group. */
            product_type_price_type?: components["schemas"]["ProductTypePriceType"] | null;
            /** @description What the guest pays (list price minus discount). */
            product_type_sales_price?: components["schemas"]["Decimal"] | null;
            /** @description What the distributor pays the reseller. */
            product_type_distributor_price?: components["schemas"]["Decimal"] | null;
            /** @description What the reseller pays the market admin. */
            product_type_reseller_price?: components["schemas"]["Decimal"] | null;
            /** @description What the market admin pays the supplier. */
            product_type_market_price?: components["schemas"]["Decimal"] | null;
            /** @description Supplier's internal cost benchmark, optional. */
            product_type_supplier_price?: components["schemas"]["Decimal"] | null;
            /** @description Fewest pieces of this kind. */
            product_type_quantity_min?: number | null;
            /** @description Most pieces of this kind. */
            product_type_quantity_max?: number | null;
            /** @description Fees. */
            product_type_fees?: components["schemas"]["Fee"][] | null;
        };
        /** @description How many of one ticket kind. The names in it are not confirmed for v3.8. */
        AvailabilityPartyEntry: {
            /** @description Ticket kind. */
            product_type_id?: components["schemas"]["Identifier"] | null;
            /** @description How many. */
            product_type_count?: components["schemas"]["Count"] | null;
        };
        /** @description Stock of a merchandise product. */
        Stock: {
            /** @description Key of the stock row; the {stock_id} of the path. */
            stock_id: components["schemas"]["Identifier"];
            /** @description False means closed. */
            stock_active?: boolean | null;
            /** @description Text. */
            stock_label?: string | null;
            /** @description Product the stock is of. */
            stock_product_id?: components["schemas"]["Identifier"] | null;
            /** @description Numbers of pieces. */
            stock_spots?: components["schemas"]["StockSpots"] | null;
            /** @description When made. */
            stock_created?: components["schemas"]["DateTime"] | null;
            /** @description User who made it. */
            stock_created_name?: string | null;
            /** @description E-mail of that user. */
            stock_created_email?: string | null;
            /** @description When last changed. */
            stock_modified?: components["schemas"]["DateTime"] | null;
            /** @description User who last changed it. */
            stock_modified_name?: string | null;
            /** @description E-mail of that user. */
            stock_modified_email?: string | null;
        };
        /** @description Pieces of a stock row. */
        StockSpots: {
            /** @description Pieces in all. */
            stock_items_total?: number | null;
            /** @description Pieces held in carts. */
            stock_items_reserved?: number | null;
            /** @description Pieces sold. */
            stock_items_booked?: number | null;
            /** @description Pieces that can be sold now; also the name of the update parameter. */
            stock_items_available?: number | null;
        };
        /** @description A product with its prices and rules. */
        Product: {
            /** @description Key of the product. */
            product_id: components["schemas"]["Identifier"];
            /** @description Key at the third party. */
            product_external_id?: components["schemas"]["Identifier"] | null;
            /** @description SKU. */
            product_internal_reference?: components["schemas"]["Identifier"] | null;
            /** @description Distributor id. */
            product_distributor_id?: components["schemas"]["Identifier"] | null;
            /** @description Distributor name. */
            product_distributor_name?: string | null;
            /** @description Reseller id. */
            product_reseller_id?: components["schemas"]["Identifier"] | null;
            /** @description Reseller name. */
            product_reseller_name?: string | null;
            /** @description Market admin id. */
            product_market_admin_id?: components["schemas"]["Identifier"] | null;
            /** @description Market admin name. */
            product_market_admin_name?: string | null;
            /** @description Supplier admin id. */
            product_supplier_admin_id?: components["schemas"]["Identifier"] | null;
            /** @description Supplier admin name. */
            product_supplier_admin_name?: string | null;
            /** @description Supplier id. */
            product_supplier_id?: components["schemas"]["Identifier"] | null;
            /** @description Id of the system the product comes from. */
            product_source_id?: components["schemas"]["Identifier"] | null;
            /** @description Name of that system. */
            product_source_name?: string | null;
            /** @description Id of the contracting source. */
            product_contract_source_id?: components["schemas"]["Identifier"] | null;
            /** @description Name of the contracting source. */
            product_contract_source_name?: string | null;
            /** @description Language used when the asked one is missing. */
            product_default_language?: string | null;
            /** @description Revision counter. */
            product_version?: number | null;
            /** @description Colour for display, hex. */
            product_color?: string | null;
            /** @description Part for a readable web address. */
            product_slug?: string | null;
            /** @description Supplier's website. */
            product_supplier_url?: string | null;
            /** @description Internal. */
            product_supplier_key_public?: string | null;
            /** @description "From" price for tiles; does not depend on season. */
            product_from_price?: components["schemas"]["Decimal"] | null;
            /** @description First day of use. */
            product_start_date?: components["schemas"]["DateTime"] | null;
            /** @description Last day of use. */
            product_end_date?: components["schemas"]["DateTime"] | null;
            /** @description First day of sale; may be before the first day of use. */
            product_booking_start_date?: components["schemas"]["DateTime"] | null;
            /** @description Minutes one must book ahead at least. */
            product_booking_advance_time_min?: number | null;
            /** @description Minutes one may book ahead at most. */
            product_booking_advance_time_max?: number | null;
            /** @description What those minutes count back from. */
            product_booking_advance_time_min_type?: components["schemas"]["AdvanceTimeType"] | null;
            /** @description What those minutes count back from. */
            product_booking_advance_time_max_type?: components["schemas"]["AdvanceTimeType"] | null;
            /** @description Fewest places per booking. */
            product_booking_quantity_min?: number | null;
            /** @description Most places per booking. */
            product_booking_quantity_max?: number | null;
            /** @description Minutes to be there before the start. */
            product_turnout_time?: number | null;
            /** @description Length in minutes. */
            product_duration?: number | null;
            /** @description Show places left once they fall to this number. */
            product_show_capacity_count?: number | null;
            /** @description True when another system supplies it. */
            product_third_party?: boolean | null;
            /** @description Prices differ by season; types may repeat. */
            product_seasonal_pricing?: boolean | null;
            /** @description Prices differ by quantity. */
            product_quantity_pricing?: boolean | null;
            /** @description Prices differ by day. */
            product_daily_pricing?: boolean | null;
            /** @description Prices differ by slot. */
            product_dynamic_pricing?: boolean | null;
            /** @description Whether to show details of linked products. */
            product_relation_details_visible?: boolean | null;
            /** @description Whether to show a time picker. */
            product_timepicker_visible?: boolean | null;
            /** @description Main cluster product: not bookable, book one of its sub-products. */
            product_cluster?: boolean | null;
            /** @description Main combi product: book it together with all its sub-products. */
            product_combi?: boolean | null;
            /** @description Bundle of separate products. */
            product_bundle?: boolean | null;
            /** @description Has add-ons that may be booked on top. */
            product_addon?: boolean | null;
            /** @description A slot must be chosen. On a cluster or combi true also means the sub-products share capacity. */
            product_availability?: boolean | null;
            /** @description Slots belong to numbered spots. */
            product_availability_assigned?: boolean | null;
            /** @description Capacity is managed (limited). */
            product_capacity?: boolean | null;
            /** @description A date must be sent even without slots. */
            product_traveldate_required?: boolean | null;
            /** @description May be cancelled; a fee may still apply. */
            product_cancellation_allowed?: boolean | null;
            /** @description May be sold beyond capacity; not for third-party products. */
            product_overbooking_allowed?: boolean | null;
            /** @description A date in the past may be chosen. */
            product_past_date_booking_allowed?: boolean | null;
            /** @description Capacity pool. */
            product_capacity_id?: components["schemas"]["Identifier"] | null;
            /** @description Shared pool. */
            product_capacity_shared_id?: components["schemas"]["Identifier"] | null;
            /** @description Kind of pool. */
            product_capacity_type?: components["schemas"]["CapacityType"] | null;
            /** @description How guests may enter. */
            product_admission_type?: components["schemas"]["ProductAdmissionType"] | null;
            /** @description State in the catalogue of the account. */
            product_catalogue_status?: components["schemas"]["ProductCatalogueStatus"] | null;
            /** @description Class of the product. */
            product_class?: components["schemas"]["ProductClass"] | null;
            /** @description Whether a pickup point must, may or cannot be chosen. */
            product_pickup_point?: components["schemas"]["PickupPointRequirement"] | null;
            /** @description The pickup points. */
            product_pickup_point_details?: components["schemas"]["PickupPoint"][] | null;
            /** @description All translatable texts and pictures. */
            product_content?: components["schemas"]["ProductContent"] | null;
            /** @description How often and how long it can be used. */
            product_redemption_rules?: components["schemas"]["RedemptionRules"] | null;
            /** @description What the codes look like and for whom they count. */
            product_code_settings?: components["schemas"]["CodeSettings"] | null;
            /** @description Currency and payment terms. */
            product_payment_detail?: components["schemas"]["ProductPaymentDetail"] | null;
            /** @description Ticket kinds and prices per season. */
            product_type_seasons?: components["schemas"]["ProductSeason"][] | null;
            /** @description Extra options on product level. */
            product_options?: components["schemas"]["ExtraOption"][] | null;
            /** @description Fees and limits on cancelling; none set and cancelling allowed means free until used. */
            product_cancellation_policies?: components["schemas"]["CancellationPolicy"][] | null;
            /** @description Opening hours. */
            product_opening_times?: components["schemas"]["OpeningTimes"][] | null;
            /** @description Labels. */
            product_flags?: components["schemas"]["Flag"][] | null;
            /** @description Places of the product. */
            product_locations?: components["schemas"]["Location"][] | null;
            /** @description Sub-products to choose one from. */
            product_cluster_details?: components["schemas"]["ProductRelation"][] | null;
            /** @description Sub-products that must all be booked. */
            product_combi_details?: components["schemas"]["ProductRelation"][] | null;
            /** @description Products in the bundle. */
            product_bundle_details?: components["schemas"]["ProductRelation"][] | null;
            /** @description Add-ons on offer. */
            product_addon_details?: components["schemas"]["ProductRelation"][] | null;
            /** @description Category ids. */
            product_categories?: components["schemas"]["Identifier"][] | null;
            /** @description Recommendation ids. */
            product_recommendations?: components["schemas"]["Identifier"][] | null;
            /** @description Destination ids. */
            product_destinations?: components["schemas"]["Identifier"][] | null;
            /** @description Languages of the activity. */
            product_languages?: string[] | null;
            /** @description Languages the texts exist in. */
            product_content_languages?: string[] | null;
            /** @description Languages of guides. */
            product_guide_languages?: components["schemas"]["GuideLanguage"][] | null;
            /** @description Route ids. */
            product_routes?: components["schemas"]["Identifier"][] | null;
            /** @description Notes. */
            product_notes?: components["schemas"]["Note"][] | null;
            /** @description Google categories, comma-separated. */
            product_google_categories?: string | null;
            /** @description Free key/value pairs. */
            product_custom_fields?: components["schemas"]["CustomField"][] | null;
            /** @description When made. */
            product_created?: components["schemas"]["DateTime"] | null;
            /** @description User who made it. */
            product_created_name?: string | null;
            /** @description E-mail of that user. */
            product_created_email?: string | null;
            /** @description When last changed. */
            product_modified?: components["schemas"]["DateTime"] | null;
            /** @description User who last changed it. */
            product_modified_name?: string | null;
            /** @description E-mail of that user. */
            product_modified_email?: string | null;
            /** @description Platform id. */
            product_platform_id?: components["schemas"]["Identifier"] | null;
            /** @description Platform name. */
            product_platform_name?: string | null;
            /** @description Last day of sale. */
            product_booking_end_date?: components["schemas"]["DateTime"] | null;
            /** @description Sold only inside another product. */
            product_sub_only?: boolean | null;
            /** @description State of the product. */
            product_status?: components["schemas"]["ProductStatus"] | null;
            /** @description Kind of service. */
            product_service_type?: components["schemas"]["ProductServiceType"] | null;
            /** @description Same product in other base currencies. */
            product_currencies?: components["schemas"]["Currency"][] | null;
            /** @description Fee for not showing up. */
            product_noshow_policy?: Record<string, never> | null;
            /** @description Days it cannot be used. */
            product_block_out_dates?: Record<string, never>[] | null;
            /** @description Special days. */
            product_special_dates?: Record<string, never>[] | null;
            /** @description Account level shown. */
            product_view_type?: components["schemas"]["AccountType"] | null;
        };
        /** @description Translatable texts and pictures of a product (rule 194). */
        ProductContent: {
            /** @description Title. */
            product_title?: string | null;
            /** @description Supplier name. */
            product_supplier_name?: string | null;
            /** @description Length in words. */
            product_duration_text?: string | null;
            /** @description Short text. */
            product_short_description?: string | null;
            /** @description Long text. */
            product_long_description?: string | null;
            /** @description More text, also on the voucher. */
            product_additional_information?: string | null;
            /** @description Things to know before going. */
            product_entry_notes?: string | null;
            /** @description Page that starts the booking. */
            product_booking_url?: string | null;
            /** @description Page that lists offers. */
            product_landing_page_view_url?: string | null;
            /** @description Marked as favourite. */
            product_favorite?: boolean | null;
            /** @description Selling points. */
            product_highlights?: components["schemas"]["Highlight"][] | null;
            /** @description What is included. */
            product_includes?: components["schemas"]["Include"][] | null;
            /** @description What is not included. */
            product_excludes?: components["schemas"]["Exclude"][] | null;
            /** @description Pictures. */
            product_images?: components["schemas"]["Image"][] | null;
            /** @description Marketing labels. */
            product_marketing_labels?: string[] | null;
        };
        /** @description Selling point. */
        Highlight: {
            /** @description Text. */
            highlight_description?: string | null;
            /** @description Id. */
            highlight_id?: components["schemas"]["Identifier"] | null;
            /** @description Kind. */
            highlight_type?: components["schemas"]["HighlightType"] | null;
            /** @description Icon. */
            highlight_icon?: string | null;
        };
        /** @description Something the price includes. */
        Include: {
            /** @description Text. */
            include_description?: string | null;
            /** @description Id. */
            include_id?: components["schemas"]["Identifier"] | null;
            /** @description Name. */
            include_name?: string | null;
            /** @description Icon. */
            include_icon?: string | null;
        };
        /** @description Something the price does not include. */
        Exclude: {
            /** @description Text. */
            exclude_description?: string | null;
            /** @description Id. */
            exclude_id?: components["schemas"]["Identifier"] | null;
            /** @description Name. */
            exclude_name?: string | null;
            /** @description Icon. */
            exclude_icon?: string | null;
        };
        /** @description Picture. */
        Image: {
            /** @description Use of the picture. */
            image_type?: components["schemas"]["ImageType"] | null;
            /** @description Address of the picture. */
            image_url?: string | null;
            /** @description Id; changes when the picture changes. */
            image_id?: components["schemas"]["Identifier"] | null;
            /** @description Title. */
            image_title?: string | null;
            /** @description Text. */
            image_description?: string | null;
            /** @description Shown from. */
            image_from_date?: components["schemas"]["DateTime"] | null;
            /** @description Shown until. */
            image_till_date?: components["schemas"]["DateTime"] | null;
            /** @description Format. */
            image_format?: string | null;
            /** @description Size. */
            image_size?: components["schemas"]["ImageSize"] | null;
        };
        /** @description Season with the ticket kinds sold in it. */
        ProductSeason: {
            /** @description Name of the season. */
            product_type_season_label?: string | null;
            /** @description First day. */
            product_type_season_start_date?: components["schemas"]["DateTime"] | null;
            /** @description Last day. */
            product_type_season_end_date?: components["schemas"]["DateTime"] | null;
            /** @description Ticket kinds in the season. */
            product_type_season_details?: components["schemas"]["CatalogueProductType"][] | null;
        };
        /** @description Ticket kind of a product, with its prices. */
        CatalogueProductType: {
            /** @description Kind of ticket. */
            product_type?: components["schemas"]["ProductType"] | null;
            /** @description Class of that kind. */
            product_type_class?: components["schemas"]["ProductTypeClass"] | null;
            /** @description Id of the configured type; decides which one is meant when kinds repeat. */
            product_type_id: components["schemas"]["Identifier"];
            /** @description Type this one is derived from. */
            product_parent_type_id?: components["schemas"]["Identifier"] | null;
            /** @description Text to show, translatable. */
            product_type_label?: string | null;
            /** @description More text about who may use the type, translatable. */
            product_type_description?: string | null;
            /** @description Lowest age; show "N+" if there is no upper age. */
            product_type_age_from?: number | null;
            /** @description Highest age; both ages empty means no age limit. */
            product_type_age_to?: number | null;
            /** @description People counted in reports for one unit. */
            product_type_pax?: number | null;
            /** @description Seats taken from capacity for one unit. */
            product_type_capacity?: number | null;
            /** @description Fewest pieces of this kind. */
            product_type_quantity_min?: number | null;
            /** @description Most pieces of this kind. */
            product_type_quantity_max?: number | null;
            /** @description Tax setting. */
            product_type_price_tax_id?: components["schemas"]["Identifier"] | null;
            /** @description Price per piece or one price for the group. */
            product_type_price_type?: components["schemas"]["ProductTypePriceType"] | null;
            /** @description Prices by level. */
            product_type_pricing?: components["schemas"]["ProductTypePricing"] | null;
            /** @description Fees. */
            product_type_fees?: components["schemas"]["Fee"][] | null;
            /** @description Price changes by quantity; only with quantity pricing. */
            product_type_quantity_variations?: components["schemas"]["QuantityVariation"][] | null;
            /** @description Price changes by day; only with daily pricing. */
            product_type_daily_variations?: components["schemas"]["DailyVariation"][] | null;
            /** @description Id of the variant. */
            product_type_variant_id?: components["schemas"]["Identifier"] | null;
            /** @description Text for quantity prices. */
            product_type_quantity_variations_label?: string | null;
        };
        /** @description Prices of a ticket kind, by level (rules 111 and 112). */
        ProductTypePricing: {
            /** @description Supplier's public price before discount. */
            product_type_list_price?: components["schemas"]["Decimal"] | null;
            /** @description Amount off the list price. */
            product_type_discount?: components["schemas"]["Decimal"] | null;
            /** @description Same as percentage. */
            product_type_discount_percentage?: components["schemas"]["Decimal"] | null;
            /** @description What the guest pays (list price minus discount). */
            product_type_sales_price?: components["schemas"]["Decimal"] | null;
            /** @description What the distributor pays the reseller. */
            product_type_distributor_price?: components["schemas"]["Decimal"] | null;
            /** @description What the reseller pays the market admin. */
            product_type_reseller_price?: components["schemas"]["Decimal"] | null;
            /** @description What the market admin pays the supplier. */
            product_type_market_price?: components["schemas"]["Decimal"] | null;
            /** @description Supplier's internal cost benchmark, optional. */
            product_type_supplier_price?: components["schemas"]["Decimal"] | null;
            /** @description Marks the price to show as an indication. */
            product_type_display_price?: boolean | null;
            /** @description Text of the discount. */
            product_type_discount_label?: string | null;
            /** @description Earlier name of the distributor price. */
            product_type_resale_price?: components["schemas"]["Decimal"] | null;
        };
        /** @description Change of price by quantity. */
        QuantityVariation: {
            /** @description From this quantity. */
            product_type_quantity_variation_min?: number | null;
            /** @description Up to this quantity. */
            product_type_quantity_variation_max?: number | null;
            /** @description Discount in the variation. */
            product_type_quantity_variation_discount?: components["schemas"]["Decimal"] | null;
            /** @description Change per piece. */
            product_type_quantity_variation_amount?: components["schemas"]["Decimal"] | null;
            /** @description Which price changes. */
            product_type_quantity_variation_price_type?: components["schemas"]["VariationPriceType"] | null;
            /** @description Fees of the variation. */
            product_type_quantity_variation_fees?: components["schemas"]["Fee"][] | null;
        };
        /** @description Change of price by day or time. */
        DailyVariation: {
            /** @description Text. */
            product_type_daily_variation_label?: string | null;
            /** @description From day. */
            product_type_daily_variation_start_date?: components["schemas"]["DateTime"] | null;
            /** @description To day. */
            product_type_daily_variation_end_date?: components["schemas"]["DateTime"] | null;
            /** @description From time. */
            product_type_daily_variation_start_time?: string | null;
            /** @description To time. */
            product_type_daily_variation_end_time?: string | null;
            /** @description Which price changes. */
            product_type_daily_variation_price_type?: components["schemas"]["VariationPriceType"] | null;
            /** @description Change per weekday. */
            product_type_daily_variation_details?: components["schemas"]["DailyVariationDetail"][] | null;
        };
        /** @description Change of price on one weekday. */
        DailyVariationDetail: {
            /** @description Change. */
            product_type_daily_variation_amount?: components["schemas"]["Decimal"] | null;
            /** @description Weekday. */
            product_type_daily_variation_day?: components["schemas"]["DayOfTheWeek"] | null;
            /** @description Fees of the variation. */
            product_type_daily_variation_fees?: components["schemas"]["Fee"][] | null;
        };
        /** @description Extra option on offer (rules 122 to 127). */
        ExtraOption: {
            /** @description Id. */
            option_id?: components["schemas"]["Identifier"] | null;
            /** @description Name, translatable. */
            option_name?: string | null;
            /** @description Text, translatable. */
            option_description?: string | null;
            /** @description How it is picked or filled in. */
            option_type?: components["schemas"]["OptionType"] | null;
            /** @description Picked by the guest, or put in the cart by itself. */
            option_selection_type?: components["schemas"]["OptionSelectionType"] | null;
            /** @description Free count, or as many as tickets. */
            option_count_type?: components["schemas"]["OptionCountType"] | null;
            /** @description Show the count, or one price for all. */
            option_count_visible?: boolean | null;
            /** @description Asked once, or for each ticket kind. */
            option_list_type?: components["schemas"]["OptionListType"] | null;
            /** @description One price, a price per kind, or in the product's price. */
            option_price_type?: components["schemas"]["OptionPriceType"] | null;
            /** @description Only for bookings of at least this size. */
            option_booking_quantity_min?: number | null;
            /** @description Only for bookings of at most this size. */
            option_booking_quantity_max?: number | null;
            /** @description Fewest in all. */
            option_quantity_min?: number | null;
            /** @description Most in all. */
            option_quantity_max?: number | null;
            /** @description Whether discounts count for it. */
            option_discount_applicable?: boolean | null;
            /** @description Must be filled in to check out. */
            option_mandatory?: boolean | null;
            /** @description The choices. */
            option_values?: components["schemas"]["ExtraOptionValue"][] | null;
            /** @description From day. */
            option_start_date?: components["schemas"]["DateTime"] | null;
            /** @description To day. */
            option_end_date?: components["schemas"]["DateTime"] | null;
            /** @description Group of the option. */
            option_label?: components["schemas"]["OptionLabel"] | null;
            /** @description Icon. */
            option_icon?: string | null;
        };
        /** @description One choice of an extra option. */
        ExtraOptionValue: {
            /** @description Id. */
            value_id?: components["schemas"]["Identifier"] | null;
            /** @description Name, translatable. */
            value_name?: string | null;
            /** @description Price. */
            value_price?: components["schemas"]["Decimal"] | null;
            /** @description Internal cost. */
            value_cost_price?: components["schemas"]["Decimal"] | null;
            /** @description Price as a percentage. */
            value_percentage?: components["schemas"]["Decimal"] | null;
            /** @description Tax setting. */
            value_price_tax_id?: components["schemas"]["Identifier"] | null;
            /** @description Tax in the price. */
            value_price_tax_amount?: components["schemas"]["Decimal"] | null;
            /** @description Only for this ticket kind. */
            value_product_type_id?: components["schemas"]["Identifier"] | null;
            /** @description Fewest. */
            value_quantity_min?: number | null;
            /** @description Most. */
            value_quantity_max?: number | null;
            /** @description Icon. */
            value_icon?: string | null;
            /** @description What the limits count. */
            value_quantity_type?: components["schemas"]["ValueQuantityType"] | null;
        };
        /** @description Product linked as part of a cluster, combi or bundle, or as an add-on. */
        ProductRelation: {
            /** @description Key of the product. */
            product_id: components["schemas"]["Identifier"];
            /** @description Main product. */
            product_parent_id?: components["schemas"]["Identifier"] | null;
            /** @description Supplier id. */
            product_supplier_id?: components["schemas"]["Identifier"] | null;
            /** @description Supplier name. */
            product_supplier_name?: string | null;
            /** @description Title. */
            product_title?: string | null;
            /** @description "From" price for tiles; does not depend on season. */
            product_from_price?: components["schemas"]["Decimal"] | null;
            /** @description Currency, ISO 4217. */
            product_currency_code?: string | null;
            /** @description First day of use. */
            product_start_date?: components["schemas"]["DateTime"] | null;
            /** @description Last day of use. */
            product_end_date?: components["schemas"]["DateTime"] | null;
            /** @description Whether to show a time picker. */
            product_timepicker_visible?: boolean | null;
            /** @description Its date depends on another product's date. */
            product_traveldate_dependency?: boolean | null;
            /** @description Product whose date the window counts from. */
            product_booking_window_product_id?: components["schemas"]["Identifier"] | null;
            /** @description Fewest minutes after that date. */
            product_booking_window_start_time?: number | null;
            /** @description Most minutes after that date. */
            product_booking_window_end_time?: number | null;
            /** @description Class of the product. */
            product_class?: components["schemas"]["ProductClass"] | null;
            /** @description How guests may enter. */
            product_admission_type?: components["schemas"]["ProductAdmissionType"] | null;
            /** @description Pictures. */
            product_images?: components["schemas"]["Image"][] | null;
            /** @description Ticket kinds and prices per season. */
            product_type_seasons?: components["schemas"]["ProductSeason"][] | null;
            /** @description Why the products are linked. */
            product_relation_type?: components["schemas"]["RelationType"] | null;
        };
        /** @description How often and how long a product can be used. */
        RedemptionRules: {
            /** @description A countdown runs. */
            redemption_has_duration?: boolean | null;
            /** @description Length of the countdown in seconds. */
            redemption_duration_time?: number | null;
            /** @description What starts the countdown. */
            redemption_duration_type?: components["schemas"]["RedemptionDurationType"] | null;
            /** @description Limited number of uses or not. */
            redemption_count_type?: components["schemas"]["RedemptionCountType"] | null;
            /** @description Number of uses. */
            redemption_count_value?: number | null;
        };
        /** @description What the codes look like and for whom they count. */
        CodeSettings: {
            /** @description How to draw the code. */
            product_code_format?: components["schemas"]["ProductCodeFormat"] | null;
            /** @description Who makes the code. */
            product_code_source?: components["schemas"]["ProductCodeSource"] | null;
            /** @description One code for the whole booking. */
            product_group_code?: boolean | null;
            /** @description One code for all products of a combi. */
            product_combi_code?: boolean | null;
            /** @description City card. */
            product_city_card?: boolean | null;
            /** @description How vouchers are split. */
            product_voucher_settings?: components["schemas"]["ProductVoucherSettings"] | null;
            /** @description Day the codes come, for DATE_ALLOCATION. */
            product_code_release_date?: components["schemas"]["DateTime"] | null;
            /** @description What must happen before codes are released. */
            product_code_release_details?: components["schemas"]["VoucherReleaseType"][] | null;
        };
        /** @description Currency and payment terms. */
        ProductPaymentDetail: {
            /** @description Currency. */
            product_payment_currency?: components["schemas"]["Currency"] | null;
            /** @description Whether paying up front is needed. */
            product_payment_type?: components["schemas"]["ProductPaymentType"] | null;
            /** @description When payment is due. */
            product_payment_term?: components["schemas"]["PaymentTermType"] | null;
            /** @description Deposit. */
            product_payment_deposit?: components["schemas"]["Decimal"] | null;
            /** @description Card needed. */
            product_payment_require_creditcard?: boolean | null;
        };
        /** @description Currency and how to write it. */
        Currency: {
            /** @description Currency, ISO 4217. */
            currency_code?: string | null;
            /** @description Language for formatting. */
            currency_language_code?: string | null;
            /** @description Region for formatting. */
            currency_region_code?: string | null;
            /** @description Sign. */
            currency_symbol?: string | null;
            /** @description Where the sign goes. */
            currency_symbol_position?: string | null;
            /** @description Decimals. */
            currency_decimal_digits?: number | null;
            /** @description Decimal mark. */
            currency_decimal_delimiter?: string | null;
            /** @description Thousands mark. */
            currency_thousand_delimiter?: string | null;
            /** @description Space between amount and sign. */
            currency_space_between_amount_and_symbol?: boolean | null;
        };
        /** @description Opening hours in a range of days. */
        OpeningTimes: {
            /** @description From day. */
            opening_time_valid_from?: components["schemas"]["CalendarDate"] | null;
            /** @description To day. */
            opening_time_valid_till?: components["schemas"]["CalendarDate"] | null;
            /** @description Hours per weekday; none means closed. */
            opening_time_details?: components["schemas"]["OpeningTimeDetail"][] | null;
        };
        /** @description Opening hours of one weekday. */
        OpeningTimeDetail: {
            /** @description Weekday. */
            opening_time_day?: components["schemas"]["DayOfTheWeek"] | null;
            /** @description Opens. */
            opening_time_start?: string | null;
            /** @description Closes. */
            opening_time_end?: string | null;
        };
        /** @description Languages that a guide is offered in. */
        GuideLanguage: {
            /** @description Languages. */
            language_codes?: string[] | null;
            /** @description Live, audio or text. */
            language_type?: components["schemas"]["LanguageType"] | null;
        };
        /** @description A place. */
        Location: {
            /** @description Id. */
            location_id: components["schemas"]["Identifier"];
            /** @description Label. */
            location_label?: string | null;
            /** @description Name. */
            location_name?: string | null;
            /** @description Text. */
            location_description?: string | null;
            /** @description Web page or online meeting. */
            location_url?: string | null;
            /** @description Kind of place. */
            location_type?: components["schemas"]["LocationType"] | null;
            /** @description Address. */
            location_address?: components["schemas"]["Address"] | null;
            /** @description Contacts. */
            location_contacts?: components["schemas"]["Contact"][] | null;
            /** @description Opening hours. */
            location_opening_times?: components["schemas"]["OpeningTimes"][] | null;
            /** @description Free key/value pairs. */
            location_custom_fields?: components["schemas"]["CustomField"][] | null;
            /** @description Products at the place (list endpoint only). */
            location_products?: components["schemas"]["Identifier"][] | null;
            /** @description Whether it is a pickup point (inside a product only). */
            location_pickup_point?: boolean | null;
        };
        /** @description City, region or another grouping of products. */
        Destination: {
            /** @description Id. */
            destination_id: components["schemas"]["Identifier"];
            /** @description Destination above it. */
            destination_parent_id?: components["schemas"]["Identifier"] | null;
            /** @description Name. */
            destination_name?: string | null;
            /** @description Part for a readable web address. */
            destination_slug?: string | null;
            /** @description Text. */
            destination_description?: string | null;
            /** @description Pictures. */
            destination_images?: components["schemas"]["Image"][] | null;
            /** @description Product ids. */
            destination_products?: components["schemas"]["Identifier"][] | null;
        };
        /** @description Theme that groups products. */
        Category: {
            /** @description Id. */
            category_id: components["schemas"]["Identifier"];
            /** @description Name. */
            category_name?: string | null;
            /** @description Text. */
            category_description?: string | null;
            /** @description Category above it. */
            category_parent_id?: components["schemas"]["Identifier"] | null;
            /** @description Set by the system or by the reseller. */
            category_type?: components["schemas"]["CategoryType"] | null;
            /** @description Part for a readable web address. */
            category_slug?: string | null;
            /** @description Icon address. */
            category_icon?: string | null;
            /** @description Pictures. */
            category_images?: components["schemas"]["Image"][] | null;
            /** @description Product ids. */
            category_products?: components["schemas"]["Identifier"][] | null;
        };
        /** @description Curated list of products. Its times are UTC with `Z`, unlike the rest of the API (rule 196). */
        Recommendation: {
            /** @description Id. */
            recommendation_id: components["schemas"]["Identifier"];
            /** @description Title. */
            recommendation_title?: string | null;
            /** @description Text. */
            recommendation_description?: string | null;
            /** @description Shown from; both dates left out means always. */
            recommendation_start_date?: components["schemas"]["DateTime"] | null;
            /** @description Shown until; drops out by itself after. */
            recommendation_end_date?: components["schemas"]["DateTime"] | null;
            /** @description Product ids. */
            recommendation_products?: components["schemas"]["Identifier"][] | null;
        };
        /** @description Route with its stops. */
        Route: {
            /** @description Show it or not. */
            route_active?: boolean | null;
            /** @description Id. */
            route_id: components["schemas"]["Identifier"];
            /** @description Name. */
            route_name?: string | null;
            /** @description Text. */
            route_description?: string | null;
            /** @description Colour, hex. */
            route_color?: string | null;
            /** @description How one travels. */
            route_type?: components["schemas"]["RouteType"] | null;
            /** @description First start. */
            route_start_time?: string | null;
            /** @description Last end. */
            route_end_time?: string | null;
            /** @description Length in minutes. */
            route_duration?: number | null;
            /** @description Loop frequency; unit not stated. */
            route_frequency?: number | null;
            /** @description Audio languages. */
            route_audio_languages?: string[] | null;
            /** @description Guide languages. */
            route_live_languages?: string[] | null;
            /** @description Product ids. */
            route_products?: components["schemas"]["Identifier"][] | null;
            /** @description Stops in order. */
            route_locations?: components["schemas"]["RouteLocation"][] | null;
        };
        /** @description Stop of a route. */
        RouteLocation: {
            /** @description Stop in use. */
            route_location_active?: boolean | null;
            /** @description Id of the stop. */
            route_location_id?: components["schemas"]["Identifier"] | null;
            /** @description Name of the stop. */
            route_location_name?: string | null;
            /** @description Text. */
            route_location_description?: string | null;
            /** @description Web page. */
            route_location_url?: string | null;
            /** @description Latitude as text. */
            route_location_latitude?: components["schemas"]["Decimal"] | null;
            /** @description Longitude as text. */
            route_location_longitude?: components["schemas"]["Decimal"] | null;
            /** @description Whether it is a stop of the route. */
            route_location_stopover?: boolean | null;
        };
        /** @description Tax setting. */
        Tax: {
            /** @description Id of the tax setting. */
            tax_id: components["schemas"]["Identifier"];
            /** @description Name of the tax. */
            tax_name?: string | null;
            /** @description Abbreviation of the tax. */
            tax_type?: string | null;
            /** @description Percentage. */
            tax_rate?: components["schemas"]["Decimal"] | null;
            /** @description Country or state the tax belongs to. */
            tax_region?: string | null;
        };
        /** @description Exchange rates of a day: a map from currency code to rate. */
        CurrencyRate: {
            /** @description Currency the rates are for. */
            currency_base?: string | null;
            /** @description Day of the rates. */
            currency_date?: components["schemas"]["CalendarDate"] | null;
            /** @description Rate per currency code, as text. */
            currency_rates?: {
                [key: string]: components["schemas"]["Decimal"];
            } | null;
        };
        /** @description Address of a voucher; no envelope (rule 182). */
        Voucher: {
            /** @description Address to download the PDF. */
            url: string;
        };
        /** @description Subscription of an address to events. */
        Webhook: {
            /** @description Id. */
            webhook_id: components["schemas"]["Identifier"];
            /** @description On or off. */
            webhook_status?: components["schemas"]["WebhookStatus"] | null;
            /** @description API version of the payload. */
            webhook_version?: string | null;
            /** @description Events to be told of. */
            webhook_events?: components["schemas"]["NotificationEvent"][] | null;
            /** @description Address to call. */
            webhook_url?: string | null;
            /** @description When made. */
            webhook_created?: components["schemas"]["DateTime"] | null;
            /** @description User who made it. */
            webhook_created_name?: string | null;
            /** @description E-mail of that user. */
            webhook_created_email?: string | null;
            /** @description Address to mail instead. */
            webhook_email?: string | null;
            /** @description Whether the changed data is sent along. */
            webhook_payload?: boolean | null;
            /** @description Value put in `Authorization: Basic …` on each call to you. */
            webhook_auth?: string | null;
        };
        /** @description Webhook to create. */
        WebhookRequest: {
            /** @description Events to be told of. */
            webhook_events: components["schemas"]["NotificationEvent"][];
            /** @description Address to call. */
            webhook_url: string;
        };
        /** @description Notification that was fired. */
        Notification: {
            /** @description Event. */
            notification_event?: components["schemas"]["NotificationEvent"] | null;
            /** @description Key of the thing the event is about: product, payment or order. */
            notification_item_id?: components["schemas"]["Identifier"] | null;
            /** @description Id. */
            notification_id?: components["schemas"]["Identifier"] | null;
            /** @description Whether it got through. */
            notification_status?: components["schemas"]["NotificationStatus"] | null;
            /** @description Account. */
            notification_account_id?: components["schemas"]["Identifier"] | null;
            /** @description Note. */
            notification_note?: string | null;
            /** @description When made. */
            notification_created?: components["schemas"]["DateTime"] | null;
        };
        /** @description Sample notification to fire (rule 32). */
        NotificationRequest: {
            /** @description Event. */
            notification_event: components["schemas"]["NotificationEvent"];
            /** @description Key of the thing the event is about: product, payment or order. */
            notification_item_id: components["schemas"]["Identifier"];
        };
        /** @description State of a booking. BOOKING_PROCESSING_* come from slow suppliers; a webhook tells the end state (rule 162). */
        BookingStatusTypes: "BOOKING_RESERVED" | "BOOKING_RESERVATION_CANCELLED" | "BOOKING_RESERVATION_EXPIRED" | "BOOKING_CONFIRMED" | "BOOKING_UPDATED" | "BOOKING_CANCELLED" | "BOOKING_PENDING_SUPPLIER" | "BOOKING_PENDING_GUEST" | "BOOKING_PENDING_DISTRIBUTOR" | "BOOKING_FAILED" | "BOOKING_PROCESSING" | "BOOKING_PROCESSING_CONFIRMATION" | "BOOKING_PROCESSING_CANCELLATION" | (string & {});
        /** @description State of an order as a whole. Read the status of each booking before acting on it. */
        OrderStatusTypes: "ORDER_CONFIRMED" | "ORDER_UPDATED" | "ORDER_CANCELLED" | "ORDER_REVIEW" | "ORDER_PENDING" | (string & {});
        /** @description State of one ticket. */
        StatusTypes: "RESERVED" | "CONFIRMED" | "CANCELLED" | "DELETED" | (string & {});
        /** @description Use of one ticket. ACTIVE takes precedence over REDEEMED. */
        RedemptionStatus: "REDEEMED" | "CHARGED" | "PENDING" | "NOT_ACTIVE" | "EXPIRED" | "CANCELLED" | "DISABLED" | "REJECTED" | "ACTIVE" | (string & {});
        /** @description What an entry of `order_bookings` asks for (rule 148). */
        BookingOptionType: "DIRECT_BOOKING" | "UPDATE_BOOKING" | "CONFIRM_RESERVATION" | "UPDATE_BOOKING_NOTES" | (string & {});
        /** @description Sales channel an order came in through. */
        OrderChannel: "SPOS" | "PPOS" | "DPOS" | "WPOS" | "MPOS" | "CPOS" | "SSPOS" | "PARTNER" | "OTHER" | (string & {});
        /** @description What happened to an order. The full list is not published. */
        EventType: "ORDER_CREATE" | (string & {});
        /** @description How the money of the guest is settled (rule 173). */
        SettlementType: "DIRECT" | "VENUE" | "EXTERNAL" | "INVOICE" | (string & {});
        /** @description How the guest paid. */
        PaymentMethod: "ONLINE" | "TERMINAL" | "LINK" | "CASH" | "GUEST_BILL" | "RECURRING" | "EXTERNAL" | "VOUCHER" | "BANK_TRANSFER" | "OTHER" | (string & {});
        /** @description State of a payment. */
        PaymentStatus: "PAID" | "AUTHORIZED" | "PROCESSING" | "IN_PROGRESS" | "PENDING" | "REFUNDED" | "REFUSED" | "CANCELLED" | "ERROR" | "PARTIAL_PAID" | "PARTIAL_REFUND" | "CHARGEBACK" | "EXPIRED" | "NOT_REQUIRED" | (string & {});
        /** @description Stage of a payment (rule 176). */
        PaymentType: "CAPTURE" | "AUTHORIZATION" | "REFUND" | (string & {});
        /** @description Payment service provider. */
        PaymentGatewayType: "ADYEN" | "CYBERSOURCE" | "HYPERPAY" | "ADDONPAYMENTS" | "MEWS" | "NGENIUS" | "MULTISAFE" | "SUMUP" | "IZETTLE" | "STRIPE" | "WORLDPAY" | "GOOGLE" | "EXTERNAL" | "OTHER" | "NONE" | "PAYONEER" | "SMARTPAY" | "MOKA" | (string & {});
        /** @description Card or wallet brand. More exist than are listed. */
        PaymentScheme: "VISA" | "MASTERCARD" | "MAESTRO" | "PAYPAL" | "SOFORT" | "GIROPAY" | "SEPA" | "BANCONTACT" | "IDEAL" | "ALIPAY" | "AFTERPAY" | "BOLETO" | "KLARNA" | "DISCOVER" | "UNIONPAY" | "VPAY" | "JCB" | "AMERICAN_EXPRESS" | "AMAZON_PAY" | "SAMSUNG_PAY" | "WECHAT_PAY" | "APPLE_PAY" | "GOOGLE_PAY" | "CREDITCARD" | "UNSPECIFIED" | "OTHER" | "KLARNA_NOW" | "TRUSTLY" | (string & {});
        /** @description Why the details of a payer are kept. */
        PaymentRecurringType: "STORE" | "SUBSCRIPTION" | "TOP_UP" | (string & {});
        /** @description Who started a refund. */
        RefundType: "SYSTEM" | "AUTO" | "PSP" | "CHARGE_BACK" | "OTHER" | (string & {});
        /** @description Picks the shape of a payment request and of its answer. */
        PaymentObjectType: "MANUAL" | "ADYEN_DROP_IN" | "ADYEN_LINK" | "ADYEN_TERMINAL" | "ADYEN_RECURRING" | "NGENIUS_HPP" | "MEWS_BILL" | (string & {});
        /** @description When a payment is due. */
        PaymentTermType: "DYNAMIC_DATE" | "TRAVEL_DATE" | "REDEMPTION_DATE" | "ORDER_DATE" | (string & {});
        /** @description Whether paying up front is needed. */
        ProductPaymentType: "REQUIRED" | "OPTIONAL" | "NOT_SUPPORTED" | (string & {});
        /** @description Invoice state of a booking. */
        InvoiceStatus: "INVOICED" | "INVOICE_APPROVED" | "INVOICE_PAID" | "NOT_INVOICED" | (string & {});
        /** @description Event that a webhook can be told of (rule 28). */
        NotificationEvent: "PRODUCT_CREATE" | "PRODUCT_UPDATE" | "PRODUCT_DELETE" | "PRODUCT_ASSIGN" | "PRODUCT_UNASSIGN" | "ORDER_CREATE" | "ORDER_UPDATE" | "ORDER_CANCEL" | "PAYMENT_CREATE" | "PAYMENT_REFUND" | "VOUCHER_RELEASE" | "VOUCHER_REVOKE" | "REDEMPTION" | "CREDIT_REACHED" | "CREDIT_RESET" | "CATEGORY_CHANGE" | "LOCATION_CHANGE" | "AVAILABILITY_CHANGE" | "CONTACT_CREATE" | "CONTACT_UPDATE" | (string & {});
        /** @description Whether a notification got through. */
        NotificationStatus: "DELIVERY_SUCCESS" | "DELIVERY_FAILED" | "DELIVERY_PENDING" | (string & {});
        /** @description Whether a webhook is on. */
        WebhookStatus: "ENABLED" | "DISABLED" | (string & {});
        /** @description Role of a contact. */
        ContactType: "BOOKER" | "CONTACT" | "GUEST" | "PARTNER" | "STAFF" | "CASHIER" | "PAYMENT" | "AGENT" | "EMERGENCY" | "GUIDE" | "SUPPLIER" | "VENUE" | "HOST" | "COMPANY" | "DELIVERY" | "OTHER" | "MANAGER" | "SUPPORT" | "INSTRUCTOR" | (string & {});
        /** @description Label of how to treat a contact. */
        ContactClassification: "IMPORTANT" | "VERY_IMPORTANT" | "PROBLEMATIC" | "DISABLEDPERSON" | "TOPMANAGEMENT" | "STAFF" | "LOYALTYPROGRAM" | "MEDIA" | "FRIENDORFAMILY" | "RETURNING" | "PERSONAL" | "BUSINESS" | (string & {});
        /** @description Gender of a contact. */
        ContactGender: "MALE" | "FEMALE" | "OTHER" | (string & {});
        /** @description Account level; decides which prices and details are shown. */
        AccountType: "GUEST" | "PARTNER" | "DISTRIBUTOR" | "RESELLER" | "PLATFORM" | "SUPER_ADMIN" | "MARKET_ADMIN" | "SUPPLIER_ADMIN" | "SUPPLIER" | (string & {});
        /** @description Who may read a note; replaced by `note_recipients`. */
        NoteType: "GUEST" | "PARTNER" | "SUPPLIER" | "RESELLER" | "DISTRIBUTOR" | "INTERNAL" | (string & {});
        /** @description Whether a custom field is only stored or also shown. */
        CustomFieldType: "SYSTEM" | "USER" | (string & {});
        /** @description Kind of flag. */
        FlagType: "FLAG" | "CONTENT_LABEL" | "PARTNER_LABEL" | "MARKETING_LABEL" | "FINANCIAL_LABEL" | "PROMOTION_LABEL" | (string & {});
        /** @description Whether a booking question must be answered. The code for optional is not published. */
        CheckoutFieldRestriction: "REQUIRED" | (string & {});
        /** @description Level a booking question is asked at. The full list is not published. */
        CheckoutFieldLevel: "PRODUCT" | (string & {});
        /** @description Kind of input of a booking question. The full list is not published. */
        CheckoutFieldInputType: "SINGLE" | (string & {});
        /** @description Kind of ticket. */
        ProductType: "ADULT" | "CHILD" | "SENIOR" | "YOUTH" | "INFANT" | "PERSON" | "STUDENT" | "RESIDENT" | "MILITARY" | "IMPAIRED" | "ITEM" | "GROUP" | "FAMILY" | "CUSTOM" | (string & {});
        /** @description Class of a kind of ticket (rules 78 to 82). */
        ProductTypeClass: "STANDARD" | "INDIVIDUAL" | "ITEM" | "GROUP" | "CUSTOM" | (string & {});
        /** @description Class of a product; its meaning is not published. Not the class of a ticket kind. */
        ProductClass: "STANDARD" | (string & {});
        /** @description How guests may enter (rules 83 to 87). */
        ProductAdmissionType: "TIME_PERIOD" | "TIME_DATE" | "TIME_POINT" | "TIME_SLOT" | "TIME_OPEN" | (string & {});
        /** @description State of a product. Sold only when ACTIVE or TEST. */
        ProductStatus: "DRAFT" | "REVIEW" | "ACTIVE" | "EXPIRED" | "ARCHIVED" | "INACTIVE" | "TEST" | "UNAVAILABLE" | "SUSPENDED" | "DELETED" | "PREVIEW" | (string & {});
        /** @description State of a product in the catalogue of the account. */
        ProductCatalogueStatus: "PENDING" | "INACTIVE" | "ACTIVE" | (string & {});
        /** @description Kind of service. */
        ProductServiceType: "ATTRACTION" | "EVENT" | "SEATING" | "RIDE" | "DINING" | "FOOD" | "DELIVERY" | "MOBILITY" | "ITINERARY" | "MERCHANDISE" | "FLIGHT" | "HOTEL" | "TOURS" | "UNSPECIFIED" | (string & {});
        /** @description Why products are linked. */
        RelationType: "RELATED" | "UPGRADE" | "OPTION" | "SEATING" | "DESTINATION" | "OTHER" | (string & {});
        /** @description Whether a pickup point must, may or cannot be chosen (rule 130). */
        PickupPointRequirement: "MANDATORY" | "OPTIONAL" | "NOT_SET" | (string & {});
        /** @description Kind of pickup point. The full list is not published. */
        PickupPointType: "FIXED" | "MEETING_POINT" | (string & {});
        /** @description Price per piece or for the group. */
        ProductTypePriceType: "INDIVIDUAL" | "GROUP" | (string & {});
        /** @description What a booking lead time counts back from. The full list is not published. */
        AdvanceTimeType: "TIMESLOT_START_TIME" | (string & {});
        /** @description Price that a variation changes. The full list is not published. */
        VariationPriceType: "SALES_PRICE" | (string & {});
        /** @description How to draw a code. */
        ProductCodeFormat: "BAR_CODE" | "BAR_CODE_E128" | "BAR_CODE_C128" | "BAR_CODE_C39" | "AZTEC" | "PDF" | "PDF417" | "QR_CODE" | "LINK" | "IMAGE" | (string & {});
        /** @description Who makes a code. */
        ProductCodeSource: "PRIO" | "EXTERNAL" | (string & {});
        /** @description How vouchers are split. */
        ProductVoucherSettings: "PER_PERSON" | "PER_SUPPLIER" | "SINGLE" | (string & {});
        /** @description What must happen before codes are released (rule 188). */
        VoucherReleaseType: "ORDER_CONFIRMATION" | "PAYMENT_CONFIRMATION" | "SUPPLIER_ALLOCATION" | "DATE_ALLOCATION" | "MANUAL_ALLOCATION" | "VENUE_ALLOCATION" | "NO_ALLOCATION" | (string & {});
        /** @description Whether the number of uses is limited. */
        RedemptionCountType: "UNLIMITED" | "LIMITED" | (string & {});
        /** @description What starts a countdown. */
        RedemptionDurationType: "TRAVEL_DATE" | "BOOKING_DATE" | "SCAN" | "CONVERSION" | (string & {});
        /** @description Date that the threshold of a cancellation policy counts from. */
        CancellationType: "TRAVEL_DATE" | "BOOKING_DATE" | (string & {});
        /** @description Kind of capacity pool (rule 107). */
        CapacityType: "OWN" | "SHARED" | "COMBINED" | "NOT_SET" | (string & {});
        /** @description Way a language is offered. */
        LanguageType: "GUIDE_LIVE" | "GUIDE_AUDIO" | "GUIDE_READING" | (string & {});
        /** @description Kind of highlight. */
        HighlightType: "SLOGAN" | "ADDON" | "INCLUDES" | "ABOUT" | (string & {});
        /** @description Use of a picture. */
        ImageType: "BANNER" | "MAIN" | "DETAIL" | "THUMBNAIL" | (string & {});
        /** @description Size of a picture. */
        ImageSize: "ORIGINAL" | "LARGE" | "MEDIUM" | "SMALL" | "EXTRA_LARGE" | (string & {});
        /** @description Weekday. */
        DayOfTheWeek: "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY" | (string & {});
        /** @description Kind of spot. */
        SpotType: "SEAT" | "BOOTH" | "TABLE" | "AREA" | (string & {});
        /** @description State of a spot. */
        SpotState: "AVAILABLE" | "BOOKED" | "RESERVED" | "DISABLED" | (string & {});
        /** @description How an extra option is picked or filled in. */
        OptionType: "SINGLE" | "RADIO" | "CHECKBOX" | "SHORT_ANSWER" | "PARAGRAPH" | "DROPDOWN" | "BOOLEAN" | "DATE" | "TIME" | "DATETIME" | "NUMBER" | "LOCATION_SEARCH" | (string & {});
        /** @description Who puts an extra option in the cart (rule 123). */
        OptionSelectionType: "MANUAL" | "AUTO" | (string & {});
        /** @description How an extra option is counted (rule 122). */
        OptionCountType: "FLEXIBLE" | "RESTRICTED" | (string & {});
        /** @description Whether an extra option is asked once or per ticket kind (rule 125). */
        OptionListType: "PRODUCT" | "PRODUCT_TYPE" | (string & {});
        /** @description What the price of an extra option depends on (rule 124). */
        OptionPriceType: "PRODUCT" | "PRODUCT_TYPE" | "INCLUDED" | (string & {});
        /** @description Group of an extra option. */
        OptionLabel: "DISCOUNT" | "FEATURE" | "MERCHANDISE" | "MISCELLANEOUS" | "OTHER" | (string & {});
        /** @description What the limits of a value count. */
        ValueQuantityType: "BOOKING" | "PIECES" | (string & {});
        /** @description Side of a price, with or without tax. */
        PriceType: "PURCHASE_GROSS" | "PURCHASE_NET" | "SALES_GROSS" | "SALES_NET" | (string & {});
        /** @description Cause of a price variation. A client may send only PARTNER_DISCOUNT and CART_DISCOUNT_*. */
        VariationType: "PRODUCT_DYNAMIC" | "PRODUCT_DAILY" | "PRODUCT_QUANTITY" | "PRODUCT_DISCOUNT" | "PRODUCT_MARKUP" | "PRODUCT_COMBI_DISCOUNT" | "PARTNER_DISCOUNT" | "CART_DISCOUNT_FIXED" | "CART_DISCOUNT_CUSTOM" | "OTHER" | "AMENDMENT_DISCOUNT" | "AMENDMENT_SURCHARGE" | (string & {});
        /** @description Who or what a fee or margin is for. */
        FeeType: "SERVICE" | "PARTNER" | "DISTRIBUTOR" | "AFFILIATE" | "RESELLER" | "MARKET_ADMIN" | "PLATFORM" | "PAYMENT" | "CUSTOM" | (string & {});
        /** @description Kind of place. */
        LocationType: "SHOP" | "COMPANY" | "PICKUP" | "POI" | "VENUE" | "DEPARTURE" | "START" | "END" | "ENTRY" | "DESTINATION" | "MEETING" | "INFO" | "STOP" | "ONLINE" | "STEP" | "OTHER" | "UNKNOWN" | (string & {});
        /** @description How one travels a route. */
        RouteType: "DRIVING" | "WALKING" | "BICYCLING" | "TRANSIT" | "BOAT" | (string & {});
        /** @description Who set a category. */
        CategoryType: "SYSTEM" | "RESELLER" | (string & {});
        /** @description Sort key of products. */
        ProductSortBy: "PRODUCT_CREATED" | "PRODUCT_MODIFIED" | "PRODUCT_TITLE_A_Z" | "SUPPLIER_NAME_A_Z" | "LOCATION_NAME_A_Z" | "PRICE_VALUE" | "DISCOUNT_VALUE" | "SEARCH_RELEVANCE" | "CUSTOM" | (string & {});
        /** @description Sort key of orders. */
        OrderSortBy: "ORDER_CREATED" | "INVOICE_DATE" | (string & {});
        /** @description Sort direction. */
        SortOrder: "DESC" | "ASC" | (string & {});
        /** @description First word of the Authorization header. */
        TokenType: "Bearer" | (string & {});
        /** @description Sort of payload. Not to be relied on: answers may say `location` for anything. */
        Kind: "location" | "route" | "category" | "product" | "currency" | "tax" | "addon" | "availability" | "reservation" | "order" | "promocode" | "promo" | "webhook" | "notification" | "voucher" | "contact" | "payment" | "credit" | "destination" | (string & {});
        /** @description Why a token was refused. */
        OAuthErrorCodes: "invalid_request" | "invalid_client" | "invalid_grant" | "unauthorized_client" | "unsupported_grant_type" | "invalid_scope" | (string & {});
    };
    responses: {
        /** @description The call was refused or failed. The body may be empty (rules 8 and 59 to 74). */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No token was given. The body may be empty (rules 6 to 8). */
        OAuthError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description Nothing changed since the date given; no body (rule 40). */
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /** @description Only this distributor. */
        DistributorId: string;
        /** @description Only these products. */
        ProductId: string[];
        /** @description Page size wanted; the server may use another (rules 35 to 37). */
        ItemsPerPage: number;
        /** @description 1-based position of the first row. */
        StartIndex: number;
        /** @description 1-based page. */
        Page: number;
        /** @description Read from the cache server (rule 42). */
        Cache: boolean;
        /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
        IfModifiedSince: string;
        /** @description The product. */
        ProductIdPath: string;
        /** @description First day; alone it means one day (rule 101). */
        FromDate: string;
        /** @description Last day; at most 90 days in all. The first day when left out (rules 100 and 101). */
        ToDate: string;
        /** @description Also closed slots. */
        IncludeDisabled: boolean;
        /** @description Only this capacity pool. */
        AvailabilityCapacityId: string;
        /** @description Only slots with at least this many open places. */
        SpotsOpenMin: number;
        /** @description How deep to follow sub-products (rule 104). */
        SubProductsDepth: number;
        /** @description Only slots changed after this moment (incremental updates). */
        AvailabilityModified: components["schemas"]["OffsetDateTime"];
        /** @description The cart. */
        ReservationReferencePath: string;
        /** @description Reason; optional but advised (rule 163). */
        CancellationReason: string;
        /** @description Only this reseller. */
        ResellerId: string;
        /** @description Only this booking. */
        BookingReference: string;
        /** @description The order. */
        OrderReferencePath: string;
        /** @description The contact. */
        ContactUidPath: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            default: components["responses"]["OAuthError"];
        };
    };
    getSystemPing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service answers. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getSystemStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service works. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getProducts: {
        parameters: {
            query?: {
                /** @description Only this distributor. */
                distributor_id?: components["parameters"]["DistributorId"];
                /** @description Language of the texts, ISO 639-1; falls back to the default language of the product (rule 194). */
                product_content_language?: string;
                /** @description Words looked for in title, texts, supplier name, highlights and includes; any order, case ignored. */
                product_content?: string;
                /** @description Filter on the first day of use. */
                product_start_date?: components["schemas"]["OffsetDateTime"];
                /** @description Filter on the last day of use. */
                product_end_date?: components["schemas"]["OffsetDateTime"];
                /** @description Filter on length in minutes. */
                product_duration?: number;
                /** @description Filter on the least booking size. */
                product_booking_quantity_min?: number;
                /** @description Filter on the greatest booking size. */
                product_booking_quantity_max?: number;
                /** @description Only these products. */
                product_id?: components["parameters"]["ProductId"];
                /** @description Only these suppliers (filters on `product_supplier_id`). */
                product_supplier?: string[];
                /** @description Only these resellers. */
                product_reseller?: string[];
                /** @description Only these categories (`category_id`). */
                product_category?: string[];
                /** @description Only these destinations (`destination_id`). */
                product_destination?: string[];
                /** @description Only these tags (id, text or group of the tag). */
                product_tag?: string[];
                /** @description Only products offered in these languages; products without languages drop out. */
                product_language?: string[];
                /** @description Only these locations. */
                product_location_id?: string[];
                /** @description Only these countries, ISO 3166-1 alpha-2. */
                product_location_country_code?: string[];
                /** @description Only these currencies, ISO 4217. */
                product_currency_code?: string[];
                /** @description Include products that need a slot. */
                product_availability?: boolean;
                /** @description true: favourites only. */
                product_favorite?: boolean;
                /** @description Reserved for later. */
                product_planet?: string;
                /** @description Changed after this moment; new ones count, deleted ones do not show. */
                product_modified?: components["schemas"]["OffsetDateTime"];
                /** @description Full-text search with wildcards; only with `cache=true`. */
                product_search_query?: string;
                /** @description Account level to view as (advanced); that of the credentials when left out. */
                product_view_type?: components["schemas"]["AccountType"];
                /** @description Sort key. */
                product_sort_by?: components["schemas"]["ProductSortBy"];
                /** @description Sort direction. */
                product_sort_order?: components["schemas"]["SortOrder"];
                /** @description Page size wanted; the server may use another (rules 35 to 37). */
                items_per_page?: components["parameters"]["ItemsPerPage"];
                /** @description 1-based position of the first row. */
                start_index?: components["parameters"]["StartIndex"];
                /** @description 1-based page. */
                page?: components["parameters"]["Page"];
                /** @description Read from the cache server (rule 42). */
                cache?: components["parameters"]["Cache"];
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Products. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductListResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    getProduct: {
        parameters: {
            query?: {
                /** @description Only this distributor. */
                distributor_id?: components["parameters"]["DistributorId"];
                /** @description Language of the texts, ISO 639-1; empty means the default. The header `Content-Language` tells the one used (rule 194). */
                product_content_language?: string;
                /** @description Read from the cache server (rule 42). */
                cache?: components["parameters"]["Cache"];
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path: {
                /** @description The product. */
                product_id: components["parameters"]["ProductIdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    getProductAvailability: {
        parameters: {
            query: {
                /** @description Only this distributor. */
                distributor_id?: components["parameters"]["DistributorId"];
                /** @description First day; alone it means one day (rule 101). */
                from_date: components["parameters"]["FromDate"];
                /** @description Last day; at most 90 days in all. The first day when left out (rules 100 and 101). */
                to_date?: components["parameters"]["ToDate"];
                /** @description Also closed slots. */
                include_disabled?: components["parameters"]["IncludeDisabled"];
                /** @description Only this capacity pool. */
                availability_capacity_id?: components["parameters"]["AvailabilityCapacityId"];
                /** @description Only slots with at least this many open places. */
                spots_open_min?: components["parameters"]["SpotsOpenMin"];
                /** @description How deep to follow sub-products (rule 104). */
                sub_products_depth?: components["parameters"]["SubProductsDepth"];
                /** @description Only slots changed after this moment (incremental updates). */
                availability_modified?: components["parameters"]["AvailabilityModified"];
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path: {
                /** @description The product. */
                product_id: components["parameters"]["ProductIdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Slots. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityListResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    getProductLocations: {
        parameters: {
            query?: {
                /** @description Only this distributor. */
                distributor_id?: components["parameters"]["DistributorId"];
                /** @description Only places of this product. */
                product_id?: string;
                /** @description Page size wanted; the server may use another (rules 35 to 37). */
                items_per_page?: components["parameters"]["ItemsPerPage"];
                /** @description 1-based position of the first row. */
                start_index?: components["parameters"]["StartIndex"];
                /** @description 1-based page. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Places. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationListResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    getProductDestinations: {
        parameters: {
            query?: {
                /** @description Only this distributor. */
                distributor_id?: components["parameters"]["DistributorId"];
                /** @description Only these destinations. */
                destination_id?: string[];
                /** @description Page size wanted; the server may use another (rules 35 to 37). */
                items_per_page?: components["parameters"]["ItemsPerPage"];
                /** @description 1-based position of the first row. */
                start_index?: components["parameters"]["StartIndex"];
                /** @description 1-based page. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Destinations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestinationListResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    getProductCategories: {
        parameters: {
            query?: {
                /** @description Only this distributor. */
                distributor_id?: components["parameters"]["DistributorId"];
                /** @description Only these categories. */
                category_id?: string[];
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Categories. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryListResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    getProductRecommendations: {
        parameters: {
            query?: {
                /** @description Only this distributor. */
                distributor_id?: components["parameters"]["DistributorId"];
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Recommendations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecommendationListResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    getProductRoutes: {
        parameters: {
            query?: {
                /** @description Only this distributor. */
                distributor_id?: components["parameters"]["DistributorId"];
                /** @description Only routes of this product. */
                product_id?: string;
                /** @description Page size wanted; the server may use another (rules 35 to 37). */
                items_per_page?: components["parameters"]["ItemsPerPage"];
                /** @description 1-based position of the first row. */
                start_index?: components["parameters"]["StartIndex"];
                /** @description 1-based page. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Routes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteListResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    getCurrencyRates: {
        parameters: {
            query: {
                /** @description The day. */
                currency_date: string;
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrencyRateListResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    getProductTaxes: {
        parameters: {
            query?: {
                /** @description Only this distributor. */
                distributor_id?: components["parameters"]["DistributorId"];
                /** @description Only taxes of this product. */
                product_id?: string;
                /** @description Country or state of the tax. */
                tax_region?: string;
                /** @description Page size wanted; the server may use another (rules 35 to 37). */
                items_per_page?: components["parameters"]["ItemsPerPage"];
                /** @description 1-based position of the first row. */
                start_index?: components["parameters"]["StartIndex"];
                /** @description 1-based page. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taxes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxListResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    getProductStock: {
        parameters: {
            query?: {
                /** @description Only these rows. */
                stock_id?: string[];
                /** @description Only these products. */
                stock_product_id?: string[];
                /** @description Also rows with `stock_active` false. */
                include_disabled?: boolean;
                /** @description Changed after this moment. */
                stock_modified?: components["schemas"]["OffsetDateTime"];
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stock rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockListResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    updateProductStock: {
        parameters: {
            query: {
                /** @description New number of pieces. */
                stock_items_available: number;
            };
            header?: never;
            path: {
                /** @description The row. */
                stock_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stock row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockListResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getAvailability: {
        parameters: {
            query: {
                /** @description Only this distributor. */
                distributor_id?: components["parameters"]["DistributorId"];
                /** @description Only these products. */
                product_id?: components["parameters"]["ProductId"];
                /** @description First day; alone it means one day (rule 101). */
                from_date: components["parameters"]["FromDate"];
                /** @description Last day; at most 90 days in all. The first day when left out (rules 100 and 101). */
                to_date?: components["parameters"]["ToDate"];
                /** @description Also closed slots. */
                include_disabled?: components["parameters"]["IncludeDisabled"];
                /** @description Only this capacity pool. */
                availability_capacity_id?: components["parameters"]["AvailabilityCapacityId"];
                /** @description Only slots with at least this many open places. */
                spots_open_min?: components["parameters"]["SpotsOpenMin"];
                /** @description How deep to follow sub-products (rule 104). */
                sub_products_depth?: components["parameters"]["SubProductsDepth"];
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Slots. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityListResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    calculateAvailability: {
        parameters: {
            query: {
                /** @description Only this distributor. */
                distributor_id?: components["parameters"]["DistributorId"];
                /** @description First day; alone it means one day (rule 101). */
                from_date: components["parameters"]["FromDate"];
                /** @description Last day; at most 90 days in all. The first day when left out (rules 100 and 101). */
                to_date?: components["parameters"]["ToDate"];
                /** @description Also closed slots. */
                include_disabled?: components["parameters"]["IncludeDisabled"];
                /** @description Only this capacity pool. */
                availability_capacity_id?: components["parameters"]["AvailabilityCapacityId"];
                /** @description Only slots with at least this many open places. */
                spots_open_min?: components["parameters"]["SpotsOpenMin"];
                /** @description How deep to follow sub-products (rule 104). */
                sub_products_depth?: components["parameters"]["SubProductsDepth"];
                /** @description Only slots changed after this moment (incremental updates). */
                availability_modified?: components["parameters"]["AvailabilityModified"];
                /** @description Page size wanted; the server may use another (rules 35 to 37). */
                items_per_page?: components["parameters"]["ItemsPerPage"];
                /** @description 1-based position of the first row. */
                start_index?: components["parameters"]["StartIndex"];
                /** @description 1-based page. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path: {
                /** @description The product. */
                product_id: components["parameters"]["ProductIdPath"];
            };
            cookie?: never;
        };
        /** @description Party to price. Left out, the default price comes back (rule 99). */
        requestBody?: {
            content: {
                "application/json": {
                    data?: {
                        pricing?: components["schemas"]["AvailabilityPartyEntry"][] | null;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Slots with calculated prices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityListResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    createReservation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        reservation: components["schemas"]["ReservationCreateRequest"];
                    };
                };
            };
        };
        responses: {
            /** @description The cart. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getReservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path: {
                /** @description The cart. */
                reservation_reference: components["parameters"]["ReservationReferencePath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cart. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    updateReservation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The cart. */
                reservation_reference: components["parameters"]["ReservationReferencePath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        reservation: components["schemas"]["ReservationUpdateRequest"];
                    };
                };
            };
        };
        responses: {
            /** @description The whole cart. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    cancelReservation: {
        parameters: {
            query?: {
                /** @description Lines to remove. Left out: the whole cart is cancelled. */
                booking_reservation_reference?: string[];
                /** @description Reason; optional but advised (rule 163). */
                cancellation_reason?: components["parameters"]["CancellationReason"];
            };
            header?: never;
            path: {
                /** @description The cart. */
                reservation_reference: components["parameters"]["ReservationReferencePath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is left of the cart. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    addPromocode: {
        parameters: {
            query: {
                /** @description The code. */
                promo_code: string;
            };
            header?: never;
            path: {
                /** @description The cart. */
                reservation_reference: components["parameters"]["ReservationReferencePath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cart with its new prices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    removePromocode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The cart. */
                reservation_reference: components["parameters"]["ReservationReferencePath"];
                /** @description The code. */
                promo_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cart with its new prices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReservationResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getOrders: {
        parameters: {
            query?: {
                /** @description Only this reseller. */
                reseller_id?: components["parameters"]["ResellerId"];
                /** @description Only this distributor. */
                distributor_id?: components["parameters"]["DistributorId"];
                /**
                 * @deprecated
                 * @description Only this market admin.
                 */
                market_admin_id?: string;
                /** @description Only this supplier. */
                supplier_id?: string;
                /** @description Only this order. */
                order_reference?: string;
                /** @description Only this own key. */
                order_external_reference?: string;
                /** @description Only this contact. */
                order_contact_uid?: string;
                /** @description Filter on contact name, first or last. */
                order_contact_name?: string;
                /** @description Only orders with this contact e-mail. Documented on one copy of the page only. */
                order_contact_email?: string;
                /** @description Created from. */
                order_created_from?: components["schemas"]["OffsetDateTime"];
                /** @description Created until. */
                order_created_to?: components["schemas"]["OffsetDateTime"];
                /** @description Changed after; new orders count. */
                order_modified?: components["schemas"]["OffsetDateTime"];
                /** @description Only this booking. */
                booking_reference?: components["parameters"]["BookingReference"];
                /** @description Only this own key of a booking. */
                booking_external_reference?: string;
                /** @description Travel date from. */
                booking_travel_date_from?: components["schemas"]["OffsetDateTime"];
                /** @description Travel date until. */
                booking_travel_date_to?: components["schemas"]["OffsetDateTime"];
                /** @description Used from. */
                booking_redemption_date_from?: components["schemas"]["OffsetDateTime"];
                /** @description Used until. */
                booking_redemption_date_to?: components["schemas"]["OffsetDateTime"];
                /** @description Orders that hold one of these products. */
                product_id?: string[];
                /** @description Order of this ticket code. */
                product_type_code?: string;
                /** @description Only this slot. */
                product_availability_id?: string;
                /** @description Only this capacity pool. */
                product_availability_capacity_id?: string;
                /** @description Only orders made by this user. */
                order_created_email?: string;
                /** @description Full-text search with wildcards; only with `cache=true`. */
                order_search_query?: string;
                /** @description true: return only the bookings that match, not the whole orders. */
                filter_bookings?: boolean;
                /** @description Only partner sales. */
                partner_sales?: boolean;
                /** @description Account level to view as (advanced); that of the credentials when left out. */
                order_view_type?: components["schemas"]["AccountType"];
                /** @description Sort key. */
                order_sort_by?: components["schemas"]["OrderSortBy"];
                /** @description Sort direction. */
                order_sort_order?: components["schemas"]["SortOrder"];
                /** @description Page size wanted; the server may use another (rules 35 to 37). */
                items_per_page?: components["parameters"]["ItemsPerPage"];
                /** @description 1-based position of the first row. */
                start_index?: components["parameters"]["StartIndex"];
                /** @description 1-based page. */
                page?: components["parameters"]["Page"];
                /** @description Read from the cache server (rule 42). */
                cache?: components["parameters"]["Cache"];
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Orders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderListResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    createOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        order: components["schemas"]["OrderCreateRequest"];
                    };
                };
            };
        };
        responses: {
            /** @description The order. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getOrder: {
        parameters: {
            query?: {
                /** @description A revision of the order; `cache` is then ignored (rule 42). */
                order_version?: number;
                /** @description Read from the cache server (rule 42). */
                cache?: components["parameters"]["Cache"];
            };
            header?: never;
            path: {
                /** @description The order. */
                order_reference: components["parameters"]["OrderReferencePath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    updateOrder: {
        parameters: {
            query?: {
                /** @description Let the system adjust the price; otherwise it stays and a pending payment is recorded (rules 156 and 157). */
                amendment_price_adjustment?: boolean;
                /** @description Put the adjustment on the reseller alone (rule 156). */
                amendment_price_adjustment_reseller?: boolean;
                /** @description Return the result without doing it. Sent under a wrong name, the amendment is performed (rule 156). */
                amendment_preview?: boolean;
            };
            header?: never;
            path: {
                /** @description The order. */
                order_reference: components["parameters"]["OrderReferencePath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        order: components["schemas"]["OrderUpdateRequest"];
                    };
                };
            };
        };
        responses: {
            /** @description The order after the update. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: {
                /** @description Cancel only these bookings. */
                booking_reference?: string[];
                /** @description Cancel only these tickets (advanced). */
                product_type_transaction_id?: string[];
                /** @description Reason; optional but advised (rule 163). */
                cancellation_reason?: components["parameters"]["CancellationReason"];
                /** @description Give the guest payment back. */
                payment_refund?: boolean;
                /** @description Cancel at Prioticket although the third party does not allow it; the systems may then differ (rule 165). */
                force_cancellation?: boolean;
            };
            header?: never;
            path: {
                /** @description The order. */
                order_reference: components["parameters"]["OrderReferencePath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order after the cancellation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deidentifyOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order. */
                order_reference: components["parameters"]["OrderReferencePath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order without personal data. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getVoucher: {
        parameters: {
            query?: {
                /** @description Only this booking. */
                booking_reference?: components["parameters"]["BookingReference"];
                /** @description Release the voucher although the booking is pending. */
                force_release?: boolean;
            };
            header?: never;
            path: {
                /** @description The order. */
                order_reference: components["parameters"]["OrderReferencePath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The voucher, as an address or as the file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Voucher"];
                    "application/pdf": unknown;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getPayments: {
        parameters: {
            query?: {
                /** @description Only this order; a reservation reference is accepted too. */
                order_reference?: string;
                /** @description Only this payment. */
                payment_id?: string;
                /** @description Only this own key. */
                payment_merchant_reference?: string;
                /** @description Only this PSP key. */
                payment_service_provider_reference?: string;
                /** @description Only this payer. */
                payment_external_reference?: string;
                /** @description Page size wanted; the server may use another (rules 35 to 37). */
                items_per_page?: components["parameters"]["ItemsPerPage"];
                /** @description 1-based position of the first row. */
                start_index?: components["parameters"]["StartIndex"];
                /** @description 1-based page. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Payments. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentListResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    addPayment: {
        parameters: {
            query?: {
                /** @description What is paid; alone it pays everything; a reservation reference is accepted too. */
                order_reference?: string;
                /** @description Pay only these bookings (advanced). */
                booking_reference?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        payment: components["schemas"]["PaymentRequest"];
                    };
                };
            };
        };
        responses: {
            /** @description Outcome of the payment. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    cancelPayment: {
        parameters: {
            query?: {
                /** @description All payments of this order or reservation. */
                order_reference?: string;
                /** @description Only these bookings (advanced). */
                booking_reference?: string[];
                /** @description Only these tickets (advanced). */
                product_type_transaction_id?: string[];
                /** @description This payment. */
                payment_id?: string;
                /** @description This own key. */
                payment_merchant_reference?: string;
                /** @description This PSP key. */
                payment_service_provider_reference?: string;
                /** @description Reason. */
                refund_reason?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record of the cancellation or refund. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRecordResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getPaymentConfig: {
        parameters: {
            query: {
                /** @description The provider. */
                payment_gateway_type?: components["schemas"]["PaymentGatewayType"];
                /** @description Order (or reservation) the config is for. */
                order_reference: string;
                /** @description Payer whose stored methods are wanted. */
                payment_external_reference?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Set-up of the provider. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentConfig"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    sendPaymentEmail: {
        parameters: {
            query: {
                /** @description Order or reservation to be paid. */
                order_reference: string;
                /** @description Only this booking. */
                booking_reference?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail is on its way. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    addPaymentDetails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The payment. */
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the front end of the provider returned. */
                    data: string;
                };
            };
        };
        responses: {
            /** @description Outcome of the payment. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getContacts: {
        parameters: {
            query?: {
                /** @description Only this reseller. */
                reseller_id?: components["parameters"]["ResellerId"];
                /** @description Only this distributor. */
                distributor_id?: components["parameters"]["DistributorId"];
                /** @description Role of the contact. */
                contact_type?: components["schemas"]["ContactType"];
                /** @description Page size wanted; the server may use another (rules 35 to 37). */
                items_per_page?: components["parameters"]["ItemsPerPage"];
                /** @description 1-based position of the first row. */
                start_index?: components["parameters"]["StartIndex"];
                /** @description 1-based page. */
                page?: components["parameters"]["Page"];
            };
            header?: {
                /** @description HTTP date of an earlier `Last-Modified`; 304 when nothing changed (rule 40). */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Contacts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactListResponse"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Error"];
        };
    };
    getContact: {
        parameters: {
            query?: {
                /** @description Also old revisions. */
                include_versions?: boolean;
            };
            header?: never;
            path: {
                /** @description The contact. */
                contact_uid: components["parameters"]["ContactUidPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact, one row per revision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactListResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    updateContact: {
        parameters: {
            query?: {
                /** @description Orders to bring to the new revision as well. */
                order_reference?: string[];
            };
            header?: never;
            path: {
                /** @description The contact. */
                contact_uid: components["parameters"]["ContactUidPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        contact: components["schemas"]["ContactUpdateRequest"];
                    };
                };
            };
        };
        responses: {
            /** @description The contact, one row per revision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactListResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getWebhooks: {
        parameters: {
            query?: {
                /** @description Only this webhook. */
                webhook_id?: string;
                /** @description Page size wanted; the server may use another (rules 35 to 37). */
                items_per_page?: components["parameters"]["ItemsPerPage"];
                /** @description 1-based position of the first row. */
                start_index?: components["parameters"]["StartIndex"];
                /** @description 1-based page. */
                page?: components["parameters"]["Page"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Webhooks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookListResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        webhook: components["schemas"]["WebhookRequest"];
                    };
                };
            };
        };
        responses: {
            /** @description The webhook. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook. */
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook is gone. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getNotifications: {
        parameters: {
            query?: {
                /** @description Page size wanted; the server may use another (rules 35 to 37). */
                items_per_page?: components["parameters"]["ItemsPerPage"];
                /** @description 1-based position of the first row. */
                start_index?: components["parameters"]["StartIndex"];
                /** @description 1-based page. */
                page?: components["parameters"]["Page"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Notifications. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationListResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    addNotification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        notification: components["schemas"]["NotificationRequest"];
                    };
                };
            };
        };
        responses: {
            /** @description The notification was fired. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
}
