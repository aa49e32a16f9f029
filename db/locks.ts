// Rows that are held while a transaction lasts. SQLite knows one writer at a time and needs none of it; its builders cannot say it.
type Select = PromiseLike<unknown[]>
type Locking<S> = { for?: (strength: 'share' | 'update', options?: { skipLocked: true }) => S }

/** Nobody else may write these rows (`share`), nor read them so either (`update`). */
export const held = <S extends Select>(select: S, strength: 'share' | 'update'): S => (select as Locking<S>).for?.(strength) ?? select
/** Those of the rows that nobody else holds. */
export const free = <S>(select: S): S => (select as Locking<S>).for?.('update', { skipLocked: true }) ?? select
