// The title of a card, as a heading of the page.
import type { PropsWithChildren } from 'react'

export const CardTitle = ({ children }: PropsWithChildren) => <h2 className="card-title">{children}</h2>
