// Whom a comment calls.

export type Called = { id: string; name: string }

/**
 * Those chosen from the list whose names still stand in the text behind an @, and whoever was typed by hand, where only one of `people` is called
 * so. A longer name is not taken for a shorter one that it begins with.
 */
export function calledIn(text: string, chosen: Called[], people: Called[] = []): Called[] {
  const alone = people.filter(({ name }) => people.filter((one) => one.name === name).length === 1)
  const known = new Map([...alone, ...chosen].map((one) => [one.id, one]))
  const names = [...new Set([...known.values()].map(({ name }) => name))].toSorted((a, b) => b.length - a.length)
  let rest = text
  const called = names.filter((name) => {
    const [before, ...after] = rest.split(`@${name}`)
    rest = [before, ...after].join('\n')
    return after.length > 0
  })
  return [...known.values()].filter(({ name }) => called.includes(name)).map(({ id, name }) => ({ id, name }))
}
