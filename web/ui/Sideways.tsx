// What may be wider than the screen: it moves under a finger, and by the arrow keys.
import type { PropsWithChildren } from 'react'

export function Sideways({ label, children }: PropsWithChildren<{ label: string }>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no finger on it scrolls it by keys
    <section className="sideways" tabIndex={0} aria-label={label}>
      <div style={{ minWidth: 700 }}>{children}</div>
    </section>
  )
}
