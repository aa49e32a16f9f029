// When the store cannot be asked or written to now, and may be later.

/** The driver's own error, without the statement and its values: these may hold personal words and belong into no log. */
export const driverError = (error: unknown): unknown => (error as { cause?: unknown }).cause ?? error
export const codeOf = (error: unknown) => String((driverError(error) as { code?: unknown }).code ?? '')

/** Connection, resources, operator, a standby that takes no writes, a lock or a statement that took too long; and the network's own. */
const passing = /^(SQLITE_|08|53|57|25006|25P03|55P03|58|E(CONN|TIMEDOUT|PIPE|NOTFOUND|HOST|NET|AI_AGAIN))/
/** What the driver says in words alone. */
const words =
  /^(Query read timeout|timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/

/** All connections are at work, and none came free in time: the store is well, and more is asked of it than it can do. */
export class Overloaded extends Error {}
export const isOverloaded = (error: unknown) => driverError(error) instanceof Overloaded

export const isUnavailable = (error: unknown) => passing.test(codeOf(error)) || words.test((driverError(error) as Error).message ?? '')
