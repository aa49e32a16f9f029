// Something to be noticed where it stands: a sign, a title, and what there is to say about it.
import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled, InfoCircleFilled } from '@ant-design/icons'
import type { HTMLAttributes, ReactNode } from 'react'

const signs = { success: CheckCircleFilled, info: InfoCircleFilled, warning: ExclamationCircleFilled, error: CloseCircleFilled }
type Own = { type: keyof typeof signs; title: ReactNode; description?: ReactNode; action?: ReactNode }
type Props = Own & Omit<HTMLAttributes<HTMLDivElement>, keyof Own> & { [data: `data-${string}`]: unknown }

/** Said aloud only with a `role`: what stands on the page from the start is read in its turn. */
export function Alert({ type, title, description, action, className, ...others }: Props) {
  const Sign = signs[type]
  return (
    <div {...others} className={['alert', type, className].filter(Boolean).join(' ')}>
      <span className="alert-sign">
        <Sign aria-hidden />
      </span>
      <div className="alert-words">
        <div className={description ? 'alert-title' : undefined}>{title}</div>
        {description && <div className="alert-more">{description}</div>}
      </div>
      {action}
    </div>
  )
}
