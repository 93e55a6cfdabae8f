import { useWords } from '../../order-words'
import classes from './contacts-list.module.css'

/** The role of a contact, in words; as sent on hover, and where nobody told us about it (rules.md #55). */
export function TypeChip({ type }: { readonly type: string | undefined }) {
  const { word } = useWords()
  if (type === undefined) return null
  return (
    <span className={classes.chip} title={type}>
      {word('contactType', type)}
    </span>
  )
}
