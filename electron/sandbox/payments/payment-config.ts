/** Schemes and their names at the providers that have a set-up here. */
const METHODS = [
  { name: 'Credit Card', types: ['mc', 'visa', 'amex'] },
  { name: 'iDEAL', types: ['ideal'] },
  { name: 'PayPal', types: ['paypal'] },
]

/** The providers that the sandbox has an account with. */
const CONNECTED = new Set(['ADYEN', 'NGENIUS', 'MEWS'])

/**
 * The set-up of a payment provider for a front end (model PaymentConfig): the list of methods is JSON as
 * text, and only Adyen has a key. Without a connected provider nothing is set (rule 47).
 */
export function paymentConfig(gateway: string) {
  if (!CONNECTED.has(gateway)) return {}
  return {
    payment_methods: JSON.stringify({ groups: METHODS }),
    ...(gateway === 'ADYEN' && {
      payment_origin_key: 'pub.v2.SANDBOX.not-a-real-key',
      payment_origin_domain: 'https://desk.gatehouse.example.com',
    }),
  }
}
