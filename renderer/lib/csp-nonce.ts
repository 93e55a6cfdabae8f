/** The nonce that main's protocol handler put on this page: new on every load, needed by whatever adds styles. */
export const cspNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
