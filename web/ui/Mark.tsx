// The sign of the house, in the colours of the theme.
import { colours } from '../theme.ts'

export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M4 8a3 3 0 0 1 3-3h6l3 3h9a3 3 0 0 1 3 3v13a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3z" fill={colours.accent} />
      <path d="M10 14h12M10 18h12M10 22h7" stroke={colours.paper} strokeWidth={2} strokeLinecap="round" />
    </svg>
  )
}
