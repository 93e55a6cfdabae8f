/** The parties behind every order of the sandbox. */
export const ACCOUNTS = {
  order: {
    order_platform_id: '1',
    order_platform_name: 'Sandbox Platform',
    order_reseller_id: '1300',
    order_reseller_name: 'Sandbox Reseller',
    order_distributor_id: '501',
    order_distributor_name: 'Gatehouse Demo Tickets',
    order_merchant_id: '55201',
    order_merchant_name: 'Gatehouse Demo Merchant',
  },
  booking: {
    product_market_admin_id: '345345342',
    product_market_admin_name: 'Sandbox Market',
  },
  product: {
    product_distributor_id: '501',
    product_distributor_name: 'Gatehouse Demo Tickets',
    product_reseller_id: '1300',
    product_reseller_name: 'Sandbox Reseller',
    product_market_admin_id: '345345342',
    product_market_admin_name: 'Sandbox Market',
  },
} as const
