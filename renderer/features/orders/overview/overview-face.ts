/** How the orders of a question are looked at: one by one, or what they come to. */
export const orderFaces = ['list', 'overview'] as const
export type OrderFace = (typeof orderFaces)[number]
