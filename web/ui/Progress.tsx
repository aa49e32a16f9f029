// How much of something is done, as a bar.
type Props = { label: string; done: number; all: number; children?: string }

/** What stands inside is said after the bar. */
export function Progress({ label, done, all, children }: Props) {
  const percent = all ? Math.round((done / all) * 100) : 0
  return (
    <span className="progress">
      <span role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
        <i style={{ width: `${percent}%` }} />
      </span>
      {children && <span>{children}</span>}
    </span>
  )
}
