// Things beside or below each other, with the same space between them.
import type { CSSProperties, HTMLAttributes, Ref } from 'react'

type Own = {
  vertical?: boolean
  wrap?: boolean
  /** In px, or as the style sheet has it. */
  gap?: CSSProperties['gap']
  align?: CSSProperties['alignItems']
  justify?: CSSProperties['justifyContent']
  flex?: CSSProperties['flex']
  ref?: Ref<HTMLDivElement>
}
type Props = Own & HTMLAttributes<HTMLDivElement>

export function Flex({ vertical, wrap, gap, align, justify, flex, style, className, ...others }: Props) {
  const looks = ['flex', vertical && 'vertical', wrap && 'wrap', className]
  const placed: CSSProperties = { gap, alignItems: align, justifyContent: justify, flex }
  return <div {...others} className={looks.filter(Boolean).join(' ')} style={{ ...placed, ...style }} />
}
