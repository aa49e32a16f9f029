// A part of a page on paper of its own: a heading with what belongs beside it, and what it is about.
import type { HTMLAttributes, ReactNode } from 'react'

type Props = Omit<HTMLAttributes<HTMLElement>, 'title'> & { title?: ReactNode; extra?: ReactNode; roomy?: boolean }

export function Card({ title, extra, roomy = false, className, children, ...rest }: Props) {
  return (
    <section className={['panel card', roomy && 'roomy', className].filter(Boolean).join(' ')} {...rest}>
      {(title !== undefined || extra) && (
        <div className="card-head">
          {title !== undefined && <h2>{title}</h2>}
          {extra && <div className="card-extra">{extra}</div>}
        </div>
      )}
      <div className="card-body">{children}</div>
    </section>
  )
}
