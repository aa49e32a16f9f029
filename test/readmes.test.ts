// README in two languages: whoever reads one of them is told of the same commands and variables.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const [english, chinese] = [read('README.md'), read('README.zh-CN.md')]

/** The lines to type, without what is said of them; what stands for the reader's own is called otherwise. */
const typed = (text: string) =>
  [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
    block!
      .trim()
      .split('\n')
      .map((line) => line.replace(/\s+#.*/, '').replace(/<[^>]+>/, '<>')),
  )
const variables = (text: string) => [...text.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, names]) => names!.match(/[A-Z_]+/g) ?? [])
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts)

it('the Chinese README has every command and every variable of the English one', () => {
  expect(typed(english).length).toBeGreaterThan(5)
  expect(typed(chinese)).toEqual(typed(english))
  expect(variables(english).length).toBeGreaterThan(4)
  expect(variables(chinese)).toEqual(variables(english))
})

it('every command that a README names is there', () => {
  const named = [...`${english}${chinese}`.matchAll(/npm run (\w+)/g)].map(([, name]) => name!)
  expect(named.filter((name) => !scripts.includes(name))).toEqual([])
})
