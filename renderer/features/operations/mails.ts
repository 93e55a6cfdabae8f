/** Kinds that send an e-mail and of which nothing that can be read shows whether it went. */
const mails: readonly string[] = ['send-payment-email', 'send-tickets']

export const isMail = (kind: string): boolean => mails.includes(kind)
