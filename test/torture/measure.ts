// `npm run torture` takes its time; `npm test` takes a part of it.
export const long = import.meta.env.MODE === 'torture'

/** How much of something there is to be: in `npm test`, and in `npm run torture`. */
export const measure = (short: number, whole: number) => (long ? whole : short)
