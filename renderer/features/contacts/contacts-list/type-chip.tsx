import type { CellPart } from '../../../grid/cell-part'
import { CellParts } from '../../../grid/cell-parts'
import { useWords, type Words } from '../../order-words'

/** The role of a contact, in words; as sent on hover, and where nobody told us about it (rules.md #55). */
export const typeParts = (type: string | undefined, { word }: Pick<Words, 'word'>): CellPart[] =>
  type === undefined ? [] : [{ text: word('contactType', type), look: 'tag', title: type }]

export const TypeChip = ({ type }: { readonly type: string | undefined }) => (
  <CellParts parts={typeParts(type, useWords())} />
)
