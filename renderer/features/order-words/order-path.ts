/** Where the page of an order is. */
export const orderPath = (reference: string) => `/orders/${encodeURIComponent(reference)}`
