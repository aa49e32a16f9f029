// Which texts the web app asks for, read from its sources: so that one that is missing, or that nobody asks for, can be found.
export type Sources = Record<string, string>
type Tree = { [key: string]: string | Tree }

/** Every text by its key, plural forms by theirs. */
export const textsIn = (tree: Tree, prefix = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : textsIn(value, `${prefix}${key}.`),
  )
const singular = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')

const literals = (text: string) =>
  [...text.matchAll(/'([^'\\\n]*)'|"([^"\\\n]*)"|`([^`$\\\n]*)`/g)].map((found) => found[1] ?? found[2] ?? found[3]!)
/** Texts whose key is put together: `worklist.tab.${tab}` asks for all of them. */
const patterns = (text: string) =>
  [...text.matchAll(/`([\w.]+\.\$\{[^`]*)`/g)].map(
    ([, template]) => new RegExp(`^${template!.replaceAll('.', '\\.').replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '[^.]+')}$`),
  )
/** What stands between the brackets of `t( )`. */
const asked = (text: string) => [...text.matchAll(/\bt\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g)].map(([, inside]) => inside!)
const isKey = (text: string) => /^[a-z]\w*(\.\w+)+$/i.test(text)

export function unused(tree: Tree, sources: Sources): string[] {
  const all = Object.values(sources)
  const said = new Set(all.flatMap(literals))
  const composed = all.flatMap(patterns)
  return [...new Set(textsIn(tree).map(([key]) => singular(key)))].filter((key) => !said.has(key) && !composed.some((one) => one.test(key)))
}

export function missing(tree: Tree, sources: Sources): string[] {
  const known = new Set(textsIn(tree).map(([key]) => singular(key)))
  const wanted = Object.entries(sources).flatMap(([path, text]) =>
    asked(text).flatMap((inside) =>
      literals(inside)
        .filter(isKey)
        .map((key) => ({ path, key })),
    ),
  )
  const nowhere = Object.entries(sources).flatMap(([path, text]) =>
    asked(text).flatMap((inside) =>
      patterns(inside)
        .filter((one) => ![...known].some((key) => one.test(key)))
        .map((one) => `${path}: ${one.source}`),
    ),
  )
  return [...wanted.filter(({ key }) => !known.has(key)).map(({ path, key }) => `${path}: ${key}`), ...nowhere]
}
