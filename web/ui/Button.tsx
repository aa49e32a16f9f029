// A button, or a link that looks like one: an element of the browser, as light as that.
import { LoadingOutlined } from '@ant-design/icons'
import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react'

type Own = {
  type?: 'primary' | 'link' | 'text' | 'dashed' | 'default'
  size?: 'small' | 'middle'
  icon?: ReactNode
  /** What it began is still under way: it keeps the focus, and a second press does nothing. */
  loading?: boolean
  /** What it does cannot be undone, or refuses somebody something. */
  danger?: boolean
  /** As wide as there is room. */
  block?: boolean
  htmlType?: 'button' | 'submit'
  href?: string
  ref?: Ref<HTMLButtonElement>
}
export type ButtonProps = Own & Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof Own> & { [data: `data-${string}`]: unknown }

export function Button({
  type,
  size,
  icon,
  loading,
  danger,
  block,
  htmlType = 'button',
  href,
  className,
  children,
  ...others
}: ButtonProps) {
  const looks = ['btn', type, size, danger && 'danger', block && 'block', children === undefined && 'icon-only', className]
  const sign = loading ? <LoadingOutlined aria-hidden /> : icon
  const common = { className: looks.filter(Boolean).join(' '), 'aria-busy': loading || undefined }
  if (href !== undefined)
    return (
      <a {...common} href={href} style={others.style} aria-label={others['aria-label']}>
        {sign}
        {children}
      </a>
    )
  const held = loading ? { onClick: (event: MouseEvent) => event.preventDefault() } : {}
  return (
    <button {...others} {...held} {...common} type={htmlType}>
      {sign}
      {children}
    </button>
  )
}
