/**
 * A text from outside, set apart from the sentence that it stands in: one written from right to left, or with signs
 * that turn text around, stays within itself.
 */
export const isolated = (text: string): string => `\u2068${text}\u2069`
