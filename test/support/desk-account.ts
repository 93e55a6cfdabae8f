/** The account that tests sign in with elsewhere than at the sandbox; its secret has what is easily spelled wrong. */
export const deskAccount = {
  name: 'Canal Tours',
  clientId: 'desk-client',
  clientSecret: 'Gh7+x%:"s3cr\\et-ü',
  token: 'a-token-of-the-desk',
} as const
