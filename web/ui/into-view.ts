/** As a ref: what a list has chosen is seen, also where the list scrolls. */
export const intoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' })
