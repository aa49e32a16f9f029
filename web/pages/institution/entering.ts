// The form that enters a record: forms are large, the page is there before them.
import { later } from '../../ui/later.tsx'

export const Entry = later(async () => (await import('./Entry.tsx')).Entry)
